import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Pseudonym, Replacing } from '../api/names'
import { keys } from './keys'
import { stale } from './stale'

/** The names of a project with what stands for each, by name. For leads only. */
export const pseudonyms = (project: string) =>
  queryOptions({
    queryKey: keys.pseudonyms(project),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/pseudonyms', { params: { path: { project } } }))).items,
  })

/** Names in the texts that have no pseudonym. */
export const suggestions = (project: string) =>
  queryOptions({
    queryKey: [...keys.pseudonyms(project), 'suggestions'],
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/pseudonyms/suggestions', { params: { path: { project } } }))).items,
  })

/** Every place where a name would be replaced. */
export const replacements = (project: string) =>
  queryOptions({
    queryKey: [...keys.pseudonyms(project), 'preview'],
    queryFn: () =>
      ask(api.POST('/api/projects/{project}/pseudonyms/preview', { params: { path: { project } }, body: {} })),
    gcTime: 0,
  })

const refresh = (cache: QueryClient, project: string) => cache.invalidateQueries({ queryKey: keys.pseudonyms(project) })

export function useAddPseudonym(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; pseudonym: string }) =>
      ask(api.POST('/api/projects/{project}/pseudonyms', { params: { path: { project } }, body })),
    onSuccess: () => refresh(cache, project),
  })
}

/** Lets something else stand for a name. */
export function useChangePseudonym(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ seen, pseudonym }: { seen: Pseudonym; pseudonym: string }) =>
      ask(
        api.PATCH('/api/projects/{project}/pseudonyms/{pseudonym}', {
          params: { path: { project, pseudonym: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body: { pseudonym },
        }),
      ),
    onSettled: () => refresh(cache, project),
  })
}

/** Forgets what stands for a name; the answer's journal number brings it back. */
export function useRemovePseudonym(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (pseudonym: string) =>
      ask(api.DELETE('/api/projects/{project}/pseudonyms/{pseudonym}', { params: { path: { project, pseudonym } } })),
    onSuccess: () => refresh(cache, project),
  })
}

/** Replaces names in texts and in what is written about them. */
export function useReplaceNames(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: Replacing) =>
      ask(api.POST('/api/projects/{project}/pseudonyms/apply', { params: { path: { project } }, body })),
    onSuccess: () => {
      stale(cache, project, ['sources', 'memos', 'codes', 'searches', 'excerpts', 'steps', 'lookback'])
      return refresh(cache, project)
    },
  })
}
