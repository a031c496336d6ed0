import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Strand } from '../api/names'
import { keys } from './keys'

export const strands = (project: string) =>
  queryOptions({
    queryKey: keys.strands(project),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/strands', { params: { path: { project } } }))).items,
  })

export const strandKinds = ['interviews', 'focus group', 'survey', 'documents'] as const

function useChanged(project: string) {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: keys.strands(project) })
}

export function useAddStrand(project: string) {
  return useMutation({
    mutationFn: (body: { name: string; question?: string; kind?: string }) =>
      ask(api.POST('/api/projects/{project}/strands', { params: { path: { project } }, body })),
    onSuccess: useChanged(project),
  })
}

export function useChangeStrand(project: string) {
  return useMutation({
    mutationFn: ({
      seen,
      ...body
    }: {
      seen: Strand
      name?: string
      question?: string
      kind?: string
      position?: number
      asked?: string[]
    }) =>
      ask(
        api.PATCH('/api/projects/{project}/strands/{strand}', {
          params: { path: { project, strand: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body,
        }),
      ),
    onSettled: useChanged(project),
  })
}

export function useRemoveStrand(project: string) {
  return useMutation({
    mutationFn: (strand: string) =>
      ask(api.DELETE('/api/projects/{project}/strands/{strand}', { params: { path: { project, strand } } })),
    onSuccess: useChanged(project),
  })
}
