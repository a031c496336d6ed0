import { queryOptions } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import { keys } from './keys'

/** How memos are narrowed: several values of one list widen, several lists narrow. */
export interface MemoFilter {
  /** Words that all occur, whatever their case and accents. */
  q?: string
  kind?: string[]
  author?: string[]
  /** The kinds of what they stand on. */
  on?: string[]
  strand?: string[]
  source?: string[]
  code?: string[]
}

export const memoFilterKinds = ['kind', 'author', 'on', 'strand', 'source', 'code'] as const

/** Memos of a project, newest first: all, or those that a filter lets through. */
export const memos = (project: string, filter: MemoFilter = {}) =>
  queryOptions({
    queryKey: isFiltered(filter) ? [...keys.memos(project), filter] : keys.memos(project),
    queryFn: async ({ signal }) => {
      const params = { path: { project }, query: filter }
      return (await ask(api.GET('/api/projects/{project}/memos', { params, signal }))).items
    },
  })

export const isFiltered = (filter: MemoFilter): boolean =>
  !!filter.q || memoFilterKinds.some((kind) => filter[kind]?.length)

export const memoKinds = ['analytic', 'methodological', 'reflexive'] as const
export type MemoKind = (typeof memoKinds)[number]

export const standings = ['passage', 'code', 'source', 'case', 'strand', 'project'] as const

/** Where the same memos can be fetched as a file. */
export function memoExport(project: string, ending: string, { q, ...filter }: MemoFilter): string {
  const query = new URLSearchParams(q ? { q } : {})
  for (const kind of memoFilterKinds) for (const value of filter[kind] ?? []) query.append(kind, value)
  const asked = query.toString()
  return `/api/projects/${project}/memos.${ending}${asked ? `?${asked}` : ''}`
}
