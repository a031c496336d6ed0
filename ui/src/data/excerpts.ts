import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { RowCoding } from '../api/names'
import { m } from '../paraglide/messages'
import { keys } from './keys'
import { type Filter, filterKinds } from './search'

export const orders = ['text', 'code', 'coder', 'recent', 'length'] as const
export type Order = (typeof orders)[number]

export const groupings = ['none', 'code', 'source', 'strand', 'speaker', 'coder'] as const
export type Grouping = (typeof groupings)[number]

/** Which coded passages are listed, and how. What is left out narrows nothing. */
export interface Listing extends Filter {
  /** Words that all stand in the passage. */
  q?: string
  /** Only passages with a memo. */
  memo?: 'yes'
  /** Only what was coded before the code's meaning changed. */
  outdated?: 'yes'
  /** Codes without those under them. */
  alone?: 'yes'
  order?: Order
  group?: Grouping
  /** A row for each coding, and not for each passage. */
  row?: 'coding'
  /** Groups whose rows are folded away. */
  folded?: string[]
}

const narrowing = ({
  strand,
  source,
  speaker,
  code,
  coder,
  case: cases,
  where,
  search,
  q,
  memo,
  outdated,
  alone,
}: Listing) => ({
  strand,
  source,
  speaker,
  code,
  coder,
  case: cases,
  where,
  search,
  q,
  memo: memo ? true : undefined,
  outdated: outdated ? true : undefined,
  alone: alone ? true : undefined,
})

const asked = ({ order, group, row = undefined, folded, ...filter }: Listing) => ({
  ...narrowing(filter),
  order,
  group,
  folded,
  row: row ?? ('passage' as const),
})

/** How many rows are read at once. */
export const PAGE = 200

/** The rows of a list from one on, with what is true of all of it. Nothing is kept that is not shown: it would be old. */
export const excerptPage = (project: string, listing: Listing, from: number) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), listing, from],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/projects/{project}/excerpts', {
          params: { path: { project }, query: { ...asked(listing), limit: PAGE, cursor: String(from) } },
          signal,
        }),
      ),
    gcTime: 0,
  })

/** Coded passages one by one as they are read through, in order of the codebook. */
export const excerpts = (project: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...keys.excerpts(project), 'through', filter],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/projects/{project}/excerpts', {
          params: { path: { project }, query: { ...filter, order: 'code', limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next || undefined,
  })

/** The most codings that are read at once; the server gives no more. */
const MOST = 5000

/** All codings of a code and those under it, in the order of the texts. */
export const allOf = (project: string, code: string) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'all', code],
    queryFn: async ({ signal }) => {
      const query = { code: [code], order: 'text' as const, limit: MOST }
      const params = { path: { project }, query }
      return (await ask(api.GET('/api/projects/{project}/excerpts', { params, signal }))).items
    },
  })

/** Where a passage stands, and its words; nothing once it is gone. */
export const passageWords = (project: string, passage = '') =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'words', passage],
    queryFn: () =>
      ask(api.GET('/api/projects/{project}/passages/{passage}', { params: { path: { project, passage } } })),
    enabled: passage !== '',
    retry: false,
  })

/** The codings of some rows of a list, or of all, as they are now. */
export const rowCodings = async (project: string, listing: Listing, from = 0, limit = 50_000): Promise<RowCoding[]> =>
  (
    await ask(
      api.GET('/api/projects/{project}/excerpts/codings', {
        params: { path: { project }, query: { ...asked(listing), limit, cursor: String(from) } },
      }),
    )
  ).items

/** The codings of all rows of a list in their order, whatever is folded. */
export const allCodings = (project: string, { folded: _, ...listing }: Listing) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'codings', listing],
    queryFn: () => rowCodings(project, listing),
    gcTime: 0,
  })

export const exportFormats = [
  { ending: 'docx', name: () => 'Word' },
  { ending: 'xlsx', name: () => 'Excel' },
  { ending: 'csv', name: () => 'CSV' },
  { ending: 'html', name: m.kit_webPage },
] as const

/** Where the same excerpts can be fetched as a file. */
export function exportAddress(project: string, ending: string, listing: Listing): string {
  const query = new URLSearchParams()
  for (const kind of filterKinds) for (const value of listing[kind] ?? []) query.append(kind, value)
  if (listing.q) query.append('q', listing.q)
  for (const only of ['memo', 'outdated', 'alone'] as const) if (listing[only]) query.append(only, 'true')
  return `/api/projects/${project}/excerpts.${ending}${query.size ? `?${query}` : ''}`
}

/** What some cases said, in the order of the texts, as far as it is coded; of some codes when they are given. */
export const saidBy = (project: string, cases: readonly string[], code: readonly string[] = []) =>
  queryOptions({
    queryKey: [...keys.excerpts(project), 'said', cases, code],
    queryFn: async ({ signal }) => {
      const query = { case: [...cases], code: [...code], order: 'text' as const, row: 'passage' as const, limit: PAGE }
      const params = { path: { project }, query }
      return (await ask(api.GET('/api/projects/{project}/excerpts', { params, signal }))).items
    },
    enabled: cases.length > 0,
  })
