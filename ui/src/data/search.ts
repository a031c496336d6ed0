import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'

/** To which cases and finds something is narrowed. */
export interface ByCase {
  /** Ids: only what belongs to one of them, or to the persons of one. */
  case?: string[]
  /** Such as `sector=Food`: only what belongs to cases like that. */
  where?: string[]
  /** Ids of saved searches: only what one of them finds. */
  search?: string[]
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
export const filterKinds = [...facetKinds, 'case', 'where', 'search'] as const

/** What turns show of passages that lie to others: the words that both have, or both. */
export const parts = ['common', 'whole'] as const
export type Part = (typeof parts)[number]

/** The turns that answer a query, page by page. */
export const search = (project: string, query: Query, part: Part) =>
  infiniteQueryOptions({
    queryKey: [...keys.searches(project), query, part],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/projects/{project}/search', {
          params: { path: { project }, query: { ...query, part, limit: 50, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next || undefined,
    retry: false,
  })

/** How many turns answer a query. */
export const foundBy = (project: string, query: Query) =>
  queryOptions({
    queryKey: [...keys.searches(project), 'total', query],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/projects/{project}/search', {
          params: { path: { project }, query: { ...query, limit: 1 } },
          signal,
        }),
      ),
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

/** What the code facet calls turns on which nothing is coded yet. */
export const noCode = 'none'

/** How many of the turns that a query finds belong to each case, or to those with each value of a variable. */
export const byCase = (project: string, query: Query, by = '') =>
  queryOptions({
    queryKey: [...keys.searches(project), 'cases', query, by],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/projects/{project}/search/cases', {
          params: { path: { project }, query: { ...query, by } },
          signal,
        }),
      ),
    retry: false,
  })

/** What turns can be gathered under. */
export const groupings = ['source', 'strand', 'case'] as const
export type Grouping = (typeof groupings)[number]

interface GroupPage {
  group: string
  cursor?: string
}

/** The turns that answer a query group by group, those that are open in their order, each page by page. */
export const searchGroups = (project: string, query: Query, part: Part, by: Grouping, open: readonly string[]) =>
  infiniteQueryOptions({
    queryKey: [...keys.searches(project), 'groups', query, part, by, open],
    queryFn: async ({ pageParam: { group, cursor }, signal }) => {
      const asked = { ...query, [by]: [group], part, limit: 50, cursor }
      const path = '/api/projects/{project}/search'
      return { group, ...(await ask(api.GET(path, { params: { path: { project }, query: asked }, signal }))) }
    },
    initialPageParam: { group: open[0] ?? '' } as GroupPage,
    getNextPageParam: ({ group, next }): GroupPage | undefined => {
      const following = open[open.indexOf(group) + 1]
      return next ? { group, cursor: next } : following === undefined ? undefined : { group: following }
    },
    retry: false,
  })

/** What of a hit can be coded. */
export const codable = ['words', 'sentence', 'turn'] as const
export type Codable = (typeof codable)[number]

/** What would be coded of the turns that a query finds, and whether it is coded so already. */
export const ranges = (project: string, query: Query, what: Codable, code?: string) =>
  queryOptions({
    queryKey: [...keys.searches(project), 'ranges', query, what, code],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/projects/{project}/search/ranges', {
          params: { path: { project }, query: { ...query, what, with: code } },
          signal,
        }),
      ),
    retry: false,
  })

/** A query in the parts that must all hold, as the server understands it. */
export const parsedQuery = (project: string, q: string) =>
  queryOptions({
    queryKey: [...keys.searches(project), 'parsed', q],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/projects/{project}/search/parsed', { params: { path: { project }, query: { q } }, signal })),
    retry: false,
  })

/** Codes, memos, sources, speakers and cases that the words of a query find, by kind. */
export const searchNamed = (project: string, q: string) =>
  queryOptions({
    queryKey: [...keys.searches(project), 'named', q],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/projects/{project}/search/named', { params: { path: { project }, query: { q } }, signal })),
    retry: false,
  })
