import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Erasing } from '../api/names'
import { keys } from './keys'

/** What would go with some words. */
export const erasure = (project: string, what: Erasing) =>
  queryOptions({
    queryKey: [...keys.sources(project), 'erasure', what],
    queryFn: () =>
      ask(api.POST('/api/projects/{project}/erasures/preview', { params: { path: { project } }, body: what })),
    enabled: Boolean(what.speakers?.length || what.sources?.length),
    gcTime: 0,
    staleTime: 0,
  })

/** Erases a participant's words for good. Everything of the project is read anew then. */
export function useErase(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Erasing) =>
      ask(api.POST('/api/projects/{project}/erasures', { params: { path: { project } }, body })),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all(project) }),
  })
}

/** Erases the uploaded file and the former texts of a source for good. */
export function useEraseOriginal(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (source: string) =>
      ask(api.DELETE('/api/projects/{project}/sources/{source}/original', { params: { path: { project, source } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.sources(project) }),
  })
}
