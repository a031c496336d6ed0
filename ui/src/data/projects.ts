import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Project } from '../api/names'
import { keys } from './keys'

export const projects = queryOptions({
  queryKey: keys.projects,
  queryFn: async () => (await ask(api.GET('/api/projects'))).items,
})

export const project = (id: string) =>
  queryOptions({
    queryKey: keys.project(id),
    queryFn: () => ask(api.GET('/api/projects/{project}', { params: { path: { project: id } } })),
  })

export function useAddProject() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; aim?: string; template?: string }) => ask(api.POST('/api/projects', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.projects }),
  })
}

export function useChangeProject(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ seen, ...body }: { name?: string; aim?: string; seen: Project }) =>
      ask(
        api.PATCH('/api/projects/{project}', {
          params: { path: { project: id }, header: { 'If-Match': `"${seen.version}"` } },
          body,
        }),
      ),
    onSuccess: (changed) => {
      cache.setQueryData(keys.project(id), changed)
      return cache.invalidateQueries({ queryKey: keys.projects })
    },
  })
}

export function useRemoveProject(id: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => ask(api.DELETE('/api/projects/{project}', { params: { path: { project: id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.projects }),
  })
}
