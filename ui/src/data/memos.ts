import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Memo, MemoChange, NewMemo } from '../api/names'
import { keys } from './keys'
import { stale } from './stale'

/** All memos of a project, newest first. */
export const memos = (project: string) =>
  queryOptions({
    queryKey: keys.memos(project),
    queryFn: async () => (await ask(api.GET('/api/projects/{project}/memos', { params: { path: { project } } }))).items,
  })

export const memoKinds = ['analytic', 'methodological', 'reflexive'] as const

/** Writes a memo on a thing, or on words (source, start, end) whose passage is made if need be. */
export function useAddMemo(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: NewMemo) =>
      ask(api.POST('/api/projects/{project}/memos', { params: { path: { project } }, body })),
    onSuccess: () => {
      stale(cache, project, ['passages'])
      return cache.invalidateQueries({ queryKey: keys.memos(project) })
    },
  })
}

export function useChangeMemo(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ seen, ...body }: MemoChange & { seen: Memo }) =>
      ask(
        api.PATCH('/api/projects/{project}/memos/{memo}', {
          params: { path: { project, memo: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body,
        }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.memos(project) }),
  })
}

export function useRemoveMemo(project: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (memo: string) =>
      ask(api.DELETE('/api/projects/{project}/memos/{memo}', { params: { path: { project, memo } } })),
    onSuccess: () => {
      stale(cache, project, ['passages'])
      return cache.invalidateQueries({ queryKey: keys.memos(project) })
    },
  })
}
