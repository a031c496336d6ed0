import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'

/** To which cases something is narrowed. */
export interface ByCase {
  /** Ids: only what belongs to one of them, or to the persons of one. */
  case?: string[]
  /** Such as `sector=Food`: only what belongs to cases like that. */
  where?: string[]
}

/** How hits and excerpts are narrowed: several of one kind widen, several kinds narrow. */
export interface Filter extends ByCase {
  strand?: string[]
  source?: string[]
  speaker?: string[]
  code?: string[]
  coder?: string[]
}

export interface Query extends Filter {
  q?: string
}

/** The ways to narrow that are counted. */
export const facetKinds = ['strand', 'source', 'speaker', 'code', 'coder'] as const
export const filterKinds = [...facetKinds, 'case', 'where'] as const

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
