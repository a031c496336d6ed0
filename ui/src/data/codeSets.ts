import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { CodeSet } from '../api/names'
import { keys } from './keys'

/** The sets of codes that the team keeps, by name. */
export const codeSets = (project: string) =>
  queryOptions({
    queryKey: keys.codeSets(project),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/code-sets', { params: { path: { project } } }))).items,
  })

const refresh = (cache: QueryClient, project: string) => cache.invalidateQueries({ queryKey: keys.codeSets(project) })

/** Keeps codes as a set. */
export function useAddCodeSet(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; codes: string[] }) =>
      ask(api.POST('/api/projects/{project}/code-sets', { params: { path: { project } }, body })),
    onSuccess: () => refresh(cache, project),
  })
}

interface Changing {
  seen: CodeSet
  name?: string
  codes?: string[]
}

/** Renames a set, or changes what is in it. */
export function useChangeCodeSet(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ seen, ...body }: Changing) =>
      ask(
        api.PATCH('/api/projects/{project}/code-sets/{set}', {
          params: { path: { project, set: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body,
        }),
      ),
    onSettled: () => refresh(cache, project),
  })
}

/** Deletes a set; its codes stay. The answer's journal number brings it back. */
export function useRemoveCodeSet(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (set: string) =>
      ask(api.DELETE('/api/projects/{project}/code-sets/{set}', { params: { path: { project, set } } })),
    onSuccess: () => refresh(cache, project),
  })
}
