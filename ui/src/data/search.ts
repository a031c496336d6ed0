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

/** How a concordance can be ordered. */
export const lineOrders = ['text', 'word', 'left1', 'left2', 'left3', 'right1', 'right2', 'right3'] as const
export type LineOrder = (typeof lineOrders)[number]

/** The places of the words that a query finds, page by page. */
export const concordance = (project: string, query: Query, sort: LineOrder) =>
  infiniteQueryOptions({
    queryKey: [...keys.searches(project), 'lines', query, sort],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/projects/{project}/search/concordance', {
          params: { path: { project }, query: { ...query, sort, limit: 200, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next || undefined,
    retry: false,
  })

/** Where a concordance can be downloaded. */
export function concordanceFile(project: string, query: Query, sort: LineOrder, ending: string): string {
  const asked = new URLSearchParams({ sort })
  for (const [name, value] of Object.entries(query)) for (const one of [value ?? []].flat()) asked.append(name, one)
  return `/api/projects/${project}/search/concordance.${ending}?${asked}`
}
