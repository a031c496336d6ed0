import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/client'
import type { Coded, Passage } from '../api/names'
import { Refusal, Unreachable } from '../api/refusal'
import { isPending, passageOf, pendingId, withCoding, withoutCoding, withPassage } from './passages'
import { content, passages } from './sources'
import { stale } from './stale'

interface Words {
  source: string
  start: number
  end: number
  code: string
}

/** The ids that pending codings were given. */
const saved = new Map<string, string>()

/** Everything that writes codings waits its turn, so that an undo comes after what it undoes. */
export const inOrder = (project: string) => ({ scope: { id: `codings ${project}` }, networkMode: 'always' as const })

/** What can be sent twice without harm is sent until the server has it. */
const untilSaved = {
  retry: (_: number, error: Error) => error instanceof Unreachable,
  retryDelay: (times: number) => Math.min(1000 * 2 ** times, 10_000),
}

/** Puts a code on words as `coder`: drawn at once, and taken away again if the server refuses. */
export function useCode(project: string, coder: string) {
  const cache = useQueryClient()
  return useMutation({
    ...inOrder(project),
    ...untilSaved,
    mutationFn: (body: Words) =>
      ask(api.POST('/api/projects/{project}/codings', { params: { path: { project } }, body })),
    onMutate: ({ source, start, end, code }) => {
      const now = new Date().toISOString()
      const text = cache.getQueryData(content(project, source).queryKey)?.positions.slice({ start, end }) ?? ''
      const pending = { id: pendingId(), code, coder, at: now }
      cache.setQueryData(passages(project, source).queryKey, (list = []) => {
        const place = list.find((one) => one.start === start && one.end === end && one.createdBy === coder)
        const id = place?.id ?? pendingId()
        const there = place ? list : withPassage(list, { id, start, end, text, createdBy: coder, createdAt: now })
        return withCoding(there, id, pending)
      })
      return pending.id
    },
    onSuccess: (coded, { source }, pending) => {
      saved.set(pending, coded.id)
      cache.setQueryData(passages(project, source).queryKey, (list = []) => settle(list, pending, coded))
      stale(cache, project, ['codes', 'sources', 'project', 'excerpts'])
    },
    onError: (_, { source }, pending) => {
      if (pending) cache.setQueryData(passages(project, source).queryKey, (list = []) => withoutCoding(list, pending))
    },
  })
}

/** Puts the server's coding where the pending one was drawn. */
export function settle(list: readonly Passage[], pending: string, coded: Coded): Passage[] {
  const drawn = passageOf(list, pending)?.passage
  const text = drawn?.text ?? ''
  const { passage, start, end, id, code, coder, at } = coded
  const placed = withPassage(list, { id: passage, start, end, text, createdBy: coder, createdAt: at })
  return withoutCoding(withCoding(placed, passage, { id, code, coder, at }), pending)
}

/** The removal's journal number; 0 when there was nothing to remove. */
async function remove(project: string, coding: string): Promise<number> {
  try {
    const path = { project, coding }
    return (await ask(api.DELETE('/api/projects/{project}/codings/{coding}', { params: { path } }))).seq
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 404)) throw error // what is gone already is removed
    return 0
  }
}

/** Removes a coding of a source. */
export function useUncode(project: string) {
  const cache = useQueryClient()
  return useMutation({
    ...inOrder(project),
    ...untilSaved,
    mutationFn: async ({ coding }: { source: string; coding: string }) => {
      const id = isPending(coding) ? saved.get(coding) : coding
      return id ? remove(project, id) : 0
    },
    onMutate: ({ source, coding }) => {
      const { queryKey } = passages(project, source)
      const before = passageOf(cache.getQueryData(queryKey) ?? [], coding)
      cache.setQueryData(queryKey, (list = []) => withoutCoding(list, coding))
      return before
    },
    onSuccess: () => stale(cache, project, ['codes', 'sources', 'project', 'excerpts']),
    onError: (_, { source }, before) => {
      if (!before) return
      const { codings: _gone, memo: _memo, ...place } = before.passage
      cache.setQueryData(passages(project, source).queryKey, (list = []) =>
        withCoding(withPassage(list, place), place.id, before.coding),
      )
    },
  })
}
