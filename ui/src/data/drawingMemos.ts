import type { Memo } from '../api/names'
import type { Gesture, MemoWork } from './gesture'

/**
 * The memos of a project as they will be when the server has done some gestures of mine. What it has done already
 * changes nothing.
 */
export const drawMemos = (list: readonly Memo[], gestures: readonly Gesture[], me: string): Memo[] =>
  gestures.reduce<Memo[]>((now, one) => (one.takenBack ? now : drawOne(now, one, me)), list as Memo[])

function drawOne(list: Memo[], { change, at }: Gesture, me: string): Memo[] {
  if (change.do === 'write')
    return list.some(({ id }) => id === change.memo) ? list : [written(change, at, me), ...list]
  if (change.do === 'rewrite') return list.map((memo) => (memo.id === change.memo ? rewritten(memo, change, at) : memo))
  return change.do === 'discard' ? list.filter(({ id }) => id !== change.memo) : list
}

type Does<D> = Extract<MemoWork, { do: D }>

/** A new memo; the server numbers its versions from 1. */
const written = ({ memo, body, target, on }: Does<'write'>, at: string, me: string): Memo => ({
  id: memo,
  kind: (body.kind as Memo['kind'] | undefined) ?? 'analytic',
  title: body.title ?? '',
  body: body.body ?? '',
  targetKind: body.source ? 'passage' : (body.targetKind as Memo['targetKind']),
  target,
  links: body.links ?? [],
  linked: [],
  on,
  author: me,
  createdAt: at,
  updatedAt: at,
  version: 0,
})

const rewritten = (memo: Memo, { mine, on }: Does<'rewrite'>, at: string): Memo => ({
  ...memo,
  ...(mine as Partial<Memo>),
  on: mine.target ? on : memo.on,
  updatedAt: at,
})
