import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'

/** How hits and excerpts are narrowed: several of one kind widen, several kinds narrow. */
export interface Filter {
  strand?: string[]
  source?: string[]
  speaker?: string[]
  code?: string[]
  coder?: string[]
}

export interface Query extends Filter {
  q?: string
}

export const filterKinds = ['strand', 'source', 'speaker', 'code', 'coder'] as const

/** The turns that answer a query, page by page. */
export const search = (project: string, query: Query) =>
  infiniteQueryOptions({
    queryKey: [...keys.searches(project), query],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/projects/{project}/search', {
          params: { path: { project }, query: { ...query, limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next || undefined,
    retry: false,
  })
