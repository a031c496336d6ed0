import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Memo, MemoChange, NewMemo, Passage } from '../api/names'
import { randomId } from '../kit/randomId'
import { shorten } from '../kit/words'
import { m } from '../paraglide/messages'
import { atOnce, type Done } from './atOnce'
import { passageOn } from './drawing'
import { keys } from './keys'
import { discardMemo, rewriteMemo, writeMemo } from './sendingMemos'
import { content, passages } from './sources'
import { stale } from './stale'
import { useMyId, useOutbox } from './useOutbox'

/** How much of a memo without a title is told, in characters. */
const TOLD = 60

/** A memo in a few words: its title, or how it begins. */
const brief = ({ title, body = '' }: Partial<Memo>): string =>
  title || shorten(body.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*\\>]/g, ''), TOLD)

/** Writes a memo on a thing, or on words (source, start, end) whose passage is made if need be. */
export function useAddMemo(project: string) {
  const box = useOutbox(project)
  const cache = useQueryClient()
  const me = useMyId()
  return useMutation({
    mutationFn: (body: NewMemo) => {
      const memo = randomId()
      const change = { do: 'write', memo, body, ...standing(cache, project, me, body) } as const
      const told = m.memos_toldWritten({ memo: brief(body as Partial<Memo>) })
      return atOnce(box, told, change, (known) => writeMemo(project, memo, known.body))
    },
    onSettled: useRefresh(project),
  })
}

export function useChangeMemo(project: string) {
  const box = useOutbox(project)
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ seen, ...mine }: MemoChange & { seen: Memo }) => {
      const { kind, title, body, links, targetKind, target, version } = seen
      const change = {
        do: 'rewrite',
        memo: seen.id,
        seen: { kind, title, body, links, targetKind, target, version },
        mine,
        on: placeOf(cache, project, mine.target),
      } as const
      return atOnce(box, m.memos_toldChanged({ memo: brief(seen) }), change, (known) =>
        rewriteMemo(project, seen.id, version, known.mine),
      )
    },
    onSettled: useRefresh(project),
  })
}

export function useRemoveMemo(project: string) {
  const box = useOutbox(project)
  return useMutation({
    mutationFn: (memo: Memo) =>
      atOnce(box, m.memos_toldDeleted({ memo: brief(memo) }), { do: 'discard', memo: memo.id } as const, () =>
        discardMemo(project, memo.id),
      ),
    onSettled: useRefresh(project),
  })
}

/** A memo can make a passage, and take the last reason for one away. */
function useRefresh(project: string) {
  const cache = useQueryClient()
  return (done?: Done) => {
    if (done?.kept) return undefined
    stale(cache, project, ['passages'])
    return cache.invalidateQueries({ queryKey: keys.memos(project) })
  }
}

/** What a new memo stands on, and its words. Where its passage is to be made, those of the same words are one. */
function standing(cache: QueryClient, project: string, me: string, { source, start = 0, end = 0, target }: NewMemo) {
  if (!source) return { target: target ?? '', on: placeOf(cache, project, target) }
  const list = cache.getQueryData(passages(project, source).queryKey) ?? []
  const text = cache.getQueryData(content(project, source).queryKey)?.positions.slice({ start, end }) ?? ''
  const passage = passageOn(list, { start, end }, me)
  return { target: passage?.id ?? `${source}:${start}-${end}`, on: { source, start, end, text } }
}

/** The words of a passage, as far as its source was opened. */
function placeOf(cache: QueryClient, project: string, id: string | undefined): Memo['on'] {
  const lists = cache.getQueriesData<Passage[]>({ queryKey: ['p', project, 'passages'] })
  for (const [key, list] of id ? lists : []) {
    const passage = list?.find((one) => one.id === id)
    if (passage) return { source: key[3] as string, start: passage.start, end: passage.end, text: passage.text }
  }
  return undefined
}
