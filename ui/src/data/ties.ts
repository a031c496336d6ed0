import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { NewTie } from '../api/names'
import { keys } from './keys'

const refresh = (cache: QueryClient, project: string) => cache.invalidateQueries({ queryKey: keys.cases(project) })

/** Sources and speakers that are called as a case is, until each is tied to it or refused. */
export const suggestions = (project: string) =>
  queryOptions({
    queryKey: [...keys.cases(project), 'suggestions'],
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/cases/suggestions', { params: { path: { project } } }))).items,
  })

interface Tying extends NewTie {
  case: string
}

/** Ties a source, a speaker or a passage to a case; or says that it does not belong to it, and is not to be suggested. */
export function useAddTie(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ case: id, ...body }: Tying) =>
      ask(api.POST('/api/projects/{project}/cases/{case}/ties', { params: { path: { project, case: id } }, body })),
    onSuccess: () => refresh(cache, project),
  })
}

/** Takes something from a case. The answer's journal number ties it again. */
export function useRemoveTie(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ case: id, tie }: { case: string; tie: string }) =>
      ask(
        api.DELETE('/api/projects/{project}/cases/{case}/ties/{tie}', { params: { path: { project, case: id, tie } } }),
      ),
    onSuccess: () => refresh(cache, project),
  })
}
