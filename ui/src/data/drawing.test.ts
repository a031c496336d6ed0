import { describe, expect, it } from 'vitest'
import type { Passage } from '../api/names'
import { draw, settle } from './drawing'
import { type CodingChange, type Gesture, type HandChange, pendingId } from './gesture'

const text = 'I had the grant and I had the order and I still could not find a welder.'
const at = '2026-11-23T10:00:00Z'
const drawer = {
  me: 'me',
  source: 's',
  words: ({ start, end }: { start: number; end: number }) => text.slice(start, end),
}
const gesture = (change: HandChange, id = 'g'): Gesture => ({ id, at, told: '', change })
const passage = (
  id: string,
  start: number,
  end: number,
  codings: [id: string, code: string][],
  by = 'me',
): Passage => ({
  id,
  start,
  end,
  text: text.slice(start, end),
  createdBy: by,
  createdAt: at,
  codings: codings.map(([coding, code]) => ({ id: coding, code, coder: by, at })),
})
const drawn = (list: readonly Passage[], ...changes: HandChange[]) =>
  draw(
    list,
    changes.map((change, i) => gesture(change, `g${i}`)),
    drawer,
  )
/** What can be seen: the words with their codes. */
const seen = (list: readonly Passage[]) =>
  list
    .filter(({ codings }) => codings.length)
    .map((one) => `${one.text}: ${one.codings.map(({ code }) => code)}`)
    .sort()

const grant = { source: 's', start: 2, end: 15 }

describe('a gesture is drawn before the server has it', () => {
  it('codes words, on my passage where there is one', () => {
    expect(seen(drawn([], { do: 'batch', add: [{ ...grant, code: 'k' }] }))).toEqual(['had the grant: k'])
    const list = [passage('p', 2, 15, [['c', 'l']])]
    expect(drawn(list, { do: 'batch', add: [{ ...grant, code: 'k' }] })).toHaveLength(1)
  })

  it('codes nothing in another source', () => {
    expect(drawn([], { do: 'batch', add: [{ ...grant, source: 'other', code: 'k' }] })).toEqual([])
  })

  it('recodes and moves, and folds what says the same', () => {
    const list = [passage('p', 2, 15, [['c', 'k']]), passage('q', 20, 35, [['d', 'l']])]
    expect(seen(drawn(list, { do: 'batch', change: [{ coding: 'c', code: 'm' }] }))).toContain('had the grant: m')
    const moved = drawn(list, { do: 'batch', change: [{ coding: 'c', code: 'l', start: 20, end: 35 }] })
    expect(seen(moved)).toEqual(['I had the order: l'])
  })

  it('resizes, splits between words and joins again', () => {
    const list = [passage('p', 2, 35, [['c', 'k']])]
    expect(seen(drawn(list, { do: 'resize', source: 's', passage: 'p', start: 2, end: 15 }))).toEqual([
      'had the grant: k',
    ])
    const split: CodingChange = { do: 'split', source: 's', passage: 'p', at: 16 }
    expect(seen(drawn(list, split))).toEqual(['and I had the order: k', 'had the grant: k'])
    const join: CodingChange = { do: 'join', source: 's', passages: ['p', pendingId('g0', 'passage')] }
    expect(seen(drawn(list, split, join))).toEqual(['had the grant and I had the order: k'])
  })

  it('goes on from what was drawn before it', () => {
    const add: CodingChange = { do: 'batch', add: [{ ...grant, code: 'k' }] }
    const recode: CodingChange = { do: 'batch', change: [{ coding: pendingId('g0', 0), code: 'm' }] }
    const remove: CodingChange = { do: 'batch', remove: [pendingId('g0', 0)] }
    expect(seen(drawn([], add, recode))).toEqual(['had the grant: m'])
    expect(seen(drawn([], add, recode, remove))).toEqual([])
  })

  it('gives the codings of a merged code to the other, once, and takes those of a deleted one away', () => {
    const list = [
      passage('p', 2, 15, [
        ['c', 'k'],
        ['d', 'l'],
      ]),
      passage('q', 20, 35, [['e', 'k']]),
    ]
    const merge: HandChange = { do: 'steps', steps: [{ code: 'k', mergeInto: 'l' }] }
    expect(seen(drawn(list, merge))).toEqual(['I had the order: l', 'had the grant: l'])
    const remove: HandChange = { do: 'steps', steps: [{ code: 'above', remove: true }], gone: ['above', 'k'] }
    expect(seen(drawn(list, remove))).toEqual(['had the grant: l'])
  })

  it('draws nothing of what was taken back', () => {
    const taken = { ...gesture({ do: 'batch', add: [{ ...grant, code: 'k' }] }), takenBack: true }
    expect(draw([], [taken], drawer)).toEqual([])
  })
})

describe('when the server has done it', () => {
  const list = [passage('p', 2, 35, [['c', 'k']]), passage('r', 36, 50, [['e', 'k']])]
  const changes: CodingChange[] = [
    { do: 'batch', add: [{ ...grant, code: 'k' }] },
    { do: 'batch', remove: ['c'] },
    { do: 'batch', change: [{ coding: 'c', code: 'm' }] },
    { do: 'batch', check: ['c'] },
    { do: 'resize', source: 's', passage: 'p', start: 2, end: 15 },
    { do: 'split', source: 's', passage: 'p', at: 16 },
    { do: 'join', source: 's', passages: ['p', 'r'] },
  ]

  it.each(changes.map((change) => [JSON.stringify(change), change] as const))(
    '%s changes nothing more',
    (_, change) => {
      const once = draw(list, [gesture(change)], drawer)
      expect(draw(once, [gesture(change)], drawer)).toEqual(once)
      expect(once).not.toEqual(list)
    },
  )

  it('what was drawn has the ids that it gave', () => {
    const add = gesture({ do: 'batch', add: [{ ...grant, code: 'k' }] })
    const ids = { [pendingId('g', 0)]: 'real', [pendingId('g', 'passage 0')]: 'place' }
    expect(settle([], add, ids, drawer)).toMatchObject([{ id: 'place', codings: [{ id: 'real' }] }])
  })
})
