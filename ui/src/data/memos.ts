import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Memo, MemoChange, NewMemo } from '../api/names'
import { keys } from './keys'
import { stale } from './stale'

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

/** A memo can make a passage, and take the last reason for one away. */
function refresh(cache: QueryClient, project: string) {
  stale(cache, project, ['passages'])
  return cache.invalidateQueries({ queryKey: keys.memos(project) })
}

/** Writes a memo on a thing, or on words (source, start, end) whose passage is made if need be. */
export function useAddMemo(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: NewMemo) =>
      ask(api.POST('/api/projects/{project}/memos', { params: { path: { project } }, body })),
    onSuccess: () => refresh(cache, project),
  })
}

export function useChangeMemo(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ seen, ...body }: MemoChange & { seen: Pick<Memo, 'id' | 'version'> }) =>
      ask(
        api.PATCH('/api/projects/{project}/memos/{memo}', {
          params: { path: { project, memo: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body,
        }),
      ),
    onSettled: () => refresh(cache, project),
  })
}

export function useRemoveMemo(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (memo: string) =>
      ask(api.DELETE('/api/projects/{project}/memos/{memo}', { params: { path: { project, memo } } })),
    onSuccess: () => refresh(cache, project),
  })
}
