import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'
import type { Query } from './search'

/** How many of the turns that a query finds are in each source that has any. */
export const bySource = (project: string, query: Query) =>
  queryOptions({
    queryKey: [...keys.searches(project), 'sources', query],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/projects/{project}/search/sources', { params: { path: { project }, query }, signal })),
    retry: false,
  })

/** How many values of a kind are counted at most beside what was found. */
export const COUNTED = 200

/** How many names are offered at once. */
export const OFFERED = 60

/** The names of speakers that some words are in, and how many there are. */
export const speakerNames = (project: string, q: string) =>
  queryOptions({
    queryKey: [...keys.searches(project), 'speakers', q],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/projects/{project}/speakers', {
          params: { path: { project }, query: { q, limit: OFFERED } },
          signal,
        }),
      ),
  })
