import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { SavedSearch } from '../api/names'
import { keys } from './keys'
import { filterKinds, type Query } from './search'

/** The searches that the team keeps, by name. */
export const savedSearches = (project: string) =>
  queryOptions({
    queryKey: keys.savedSearches(project),
    queryFn: async () =>
      (await ask(api.GET('/api/projects/{project}/saved-searches', { params: { path: { project } } }))).items ?? [],
  })

/** How much a saved search finds now, and how much of that I have not seen. */
export const searchNews = (project: string, search: string) =>
  queryOptions({
    queryKey: [...keys.searches(project), 'news', search],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/projects/{project}/saved-searches/{search}/news', {
          params: { path: { project, search } },
          signal,
        }),
      ),
  })

/** What a saved search asks, as an address has it. */
export const askedBy = ({ q, ...saved }: SavedSearch): Query => ({
  q: q || undefined,
  ...Object.fromEntries(saving.map((kind) => [kind, saved[kind]?.length ? saved[kind] : undefined])),
})

/** What narrows a saved search: all but other saved searches. */
const saving = filterKinds.filter((kind) => kind !== 'search')

const written = (query: Query): string =>
  JSON.stringify([query.q ?? '', ...saving.map((kind) => query[kind]?.toSorted())])

/** Whether two queries ask the same. */
export const asksTheSame = (one: Query, other: Query): boolean => written(one) === written(other)

const bodyOf = (query: Query) => Object.fromEntries(saving.map((kind) => [kind, query[kind] ?? []]))

const refresh = (cache: QueryClient, project: string) =>
  cache.invalidateQueries({ queryKey: keys.savedSearches(project) })

/** Keeps a search under a name. */
export function useSaveSearch(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ name, query }: { name: string; query: Query }) =>
      ask(
        api.POST('/api/projects/{project}/saved-searches', {
          params: { path: { project } },
          body: { name, q: query.q ?? '', ...bodyOf(query) },
        }),
      ),
    onSuccess: () => refresh(cache, project),
  })
}

interface Changing {
  seen: SavedSearch
  name?: string
  query?: Query
}

/** Renames a saved search, or changes what it asks. */
export function useChangeSavedSearch(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ seen, name, query }: Changing) =>
      ask(
        api.PATCH('/api/projects/{project}/saved-searches/{search}', {
          params: { path: { project, search: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body: { ...(name !== undefined && { name }), ...(query && { q: query.q ?? '', filter: bodyOf(query) }) },
        }),
      ),
    onSettled: () => refresh(cache, project),
  })
}

/** Deletes a saved search; what it finds stays. The answer's journal number brings it back. */
export function useRemoveSavedSearch(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (search: string) =>
      ask(api.DELETE('/api/projects/{project}/saved-searches/{search}', { params: { path: { project, search } } })),
    onSuccess: () => refresh(cache, project),
  })
}

/** Notes that I have seen what a saved search finds now. */
export function useLookAtSearch(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (search: string) =>
      ask(api.POST('/api/projects/{project}/saved-searches/{search}/look', { params: { path: { project, search } } })),
    onSuccess: (_, search) => cache.invalidateQueries(searchNews(project, search)),
  })
}
