import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { FacetCount, Facets, Hit } from '../api/names'
import { useProjectId } from '../app/project'
import { bySource } from '../data/found'
import { byCase, type Grouping, type Part, type Query, searchGroups } from '../data/search'
import type { Names } from './facets'

/** So many turns fill any screen; small groups are fetched one after the other until there are as many. */
const SCREENFUL = 40

/** Turns that belong together. */
export interface Group {
  value: string
  name: string
  count: number
  /** How many turns there are of it in all. */
  of: number
}

/** A row of a list in groups: a head, or a turn under it. */
export type GroupRow = { head: Group; folded: boolean; hit?: undefined } | { head: Group; hit: Hit }

/** The turns that a query finds in groups, as far as they have been fetched. */
export function useGroups(
  query: Query,
  part: Part,
  by: Grouping | undefined,
  facets: Facets | undefined,
  names: Names,
) {
  const project = useProjectId()
  const cases = useQuery({ ...byCase(project, query), enabled: by === 'case', placeholderData: keepPreviousData })
  const [folded, setFolded] = useState<readonly string[]>([])
  const sources = useQuery({
    ...bySource(project, query),
    enabled: by === 'source',
    placeholderData: keepPreviousData,
  })
  const counts = by === 'source' ? sources.data?.items : by === 'strand' ? facets?.strand : undefined
  const groups = by ? groupsOf(by, query, counts, names, cases.data?.items) : []
  const open = groups.map(({ value }) => value).filter((value) => !folded.includes(value))
  const answer = useInfiniteQuery({
    ...searchGroups(project, query, part, by ?? 'source', open),
    enabled: by !== undefined && open.length > 0,
    placeholderData: keepPreviousData,
  })
  const hits = Map.groupBy(answer.data?.pages ?? [], ({ group }) => group)
  const rows = groups.flatMap((head): GroupRow[] => {
    const closed = folded.includes(head.value)
    const found = closed ? [] : (hits.get(head.value) ?? []).flatMap((page) => page.hits)
    return [{ head, folded: closed }, ...found.map((hit) => ({ head, hit }))]
  })
  const fetched = answer.data?.pages.reduce((sum, page) => sum + page.hits.length, 0) ?? 0
  const { hasNextPage, isFetching, fetchNextPage } = answer
  useEffect(() => {
    if (hasNextPage && !isFetching && fetched < SCREENFUL) void fetchNextPage()
  }, [hasNextPage, isFetching, fetched, fetchNextPage])
  const fold = (value: string) =>
    setFolded(folded.includes(value) ? folded.filter((one) => one !== value) : [...folded, value])
  return { rows: fetchedOf(rows, hits, open), fold, answer, none: by === 'case' ? cases.data?.none : undefined }
}

/** Rows up to the first open group that has not been fetched, so that none seems to be empty. */
function fetchedOf(rows: readonly GroupRow[], hits: ReadonlyMap<string, unknown>, open: readonly string[]): GroupRow[] {
  const missing = open.find((value) => !hits.has(value))
  const end = rows.findIndex(({ head, hit }) => !hit && head.value === missing)
  return end < 0 ? [...rows] : rows.slice(0, end + 1)
}

function groupsOf(
  by: Grouping,
  query: Query,
  counted: readonly FacetCount[] = [],
  { sources, strands }: Names,
  cases: readonly Group[] = [],
): Group[] {
  const counts = new Map(counted.map(({ value, count }) => [value, count]))
  const turns = (strand: string) =>
    sources.filter((one) => one.strand === strand).reduce((sum, one) => sum + one.turns, 0)
  const all = {
    source: () => sources.map(({ id, title, turns }) => ({ value: id, name: title, of: turns })),
    strand: () => strands.map(({ id, name }) => ({ value: id, name, of: turns(id) })),
    case: () => cases,
  }[by]()
  return all
    .map((one) => ({ count: counts.get(one.value) ?? 0, ...one }))
    .filter(({ value, count }) => count > 0 && (!query[by] || query[by]?.includes(value)))
}
