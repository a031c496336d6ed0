import { describe, expect, it } from 'vitest'
import type { Memo } from '../api/names'
import { drawMemos } from './drawingMemos'
import type { Gesture, MemoWork } from './gesture'

const at = '2026-11-26T10:00:00Z'
const gesture = (change: MemoWork): Gesture => ({ id: change.memo, at, told: '', change })
const on = { source: 's', start: 2, end: 5, text: 'the' }
const write: MemoWork = {
  do: 'write',
  memo: 'w',
  body: { body: 'Why the?', source: 's', start: 2, end: 5 },
  target: 'p',
  on,
}
const said = (list: readonly Memo[]) => list.map(({ id, body }) => `${id}: ${body}`)

describe('memos that the server does not have yet', () => {
  const [memo] = drawMemos([], [gesture(write)], 'me') as [Memo]

  it('stand on their words, by me, until they are taken back', () => {
    expect(memo).toMatchObject({
      author: 'me',
      createdAt: at,
      kind: 'analytic',
      targetKind: 'passage',
      target: 'p',
      on,
    })
    expect(drawMemos([], [{ ...gesture(write), takenBack: true }], 'me')).toEqual([])
  })

  it('stand there once, also when the server has told of them by now', () => {
    const told = [{ ...memo, version: 1 }]
    expect(drawMemos(told, [gesture(write)], 'me')).toEqual(told)
  })

  it('are changed and deleted, and leave others as they are', () => {
    const other = { ...memo, id: 'o', body: 'Other' }
    const seen = { version: 0, body: 'Why the?' }
    const rewrite: MemoWork = { do: 'rewrite', memo: 'w', seen, mine: { body: 'Because' } }
    const now = drawMemos([other], [write, rewrite].map(gesture), 'me')
    expect(said(now)).toEqual(['w: Because', 'o: Other'])
    expect(now[0]?.on).toEqual(on)
    expect(said(drawMemos(now, [gesture({ do: 'discard', memo: 'w' })], 'me'))).toEqual(['o: Other'])
  })
})
