import { describe, expect, it } from 'vitest'
import type { Memo, Passage } from '../api/names'
import type { Coding } from '../surface'
import { codingsOf, difference, overlap } from './codings'
import { codingsOn, firstFrom, memosOn } from './here'

const coding = (id: string, start: number, end: number, code = 'trust', coder = 'ann'): Coding => ({
  id,
  passage: `p${start}`,
  code,
  coder,
  at: '2026-01-05T10:00:00Z',
  start,
  end,
})

describe('the codings of a source', () => {
  it('stand in the order of the text, the longest first', () => {
    const passage = (id: string, start: number, end: number): Passage => ({
      id,
      start,
      end,
      text: '',
      createdBy: 'ann',
      createdAt: '2026-01-05T10:00:00Z',
      codings: [{ id: `c-${id}`, code: 'trust', coder: 'ann', at: '2026-01-05T10:00:00Z' }],
    })
    const all = codingsOf([passage('late', 40, 50), passage('short', 10, 20), passage('long', 10, 30)])
    expect(all.map(({ id }) => id)).toEqual(['c-long', 'c-short', 'c-late'])
  })

  it('touch words that they share at least one character with', () => {
    expect(overlap({ start: 0, end: 5 }, { start: 4, end: 9 })).toBe(true)
    expect(overlap({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false)
    const all = [coding('a', 0, 5), coding('b', 5, 9)]
    expect(codingsOn(all, { start: 6, end: 7 }).map(({ id }) => id)).toEqual(['b'])
    expect(codingsOn(all, null)).toEqual([])
  })
})

describe('the difference between two lists', () => {
  it('is empty for equal lists, though their objects are others', () => {
    expect(difference([coding('a', 0, 5)], [coding('a', 0, 5)])).toEqual({ added: [], removed: [], replaced: [] })
  })

  it('tells what came and what went', () => {
    const { added, removed, replaced } = difference([coding('a', 0, 5)], [coding('b', 7, 9)])
    expect(added.map(({ id }) => id)).toEqual(['b'])
    expect(removed.map(({ id }) => id)).toEqual(['a'])
    expect(replaced).toEqual([])
  })

  it('sees the server’s coding in the place of the one drawn before it', () => {
    const saved = coding('7', 0, 5)
    expect(difference([coding('pending:1', 0, 5)], [saved])).toEqual({
      added: [],
      removed: [],
      replaced: [['pending:1', saved]],
    })
  })

  it('does not take another coder’s coding for it', () => {
    const { added, removed } = difference([coding('pending:1', 0, 5)], [coding('7', 0, 5, 'trust', 'bob')])
    expect([added.length, removed.length]).toEqual([1, 1])
  })

  it('redraws a coding whose code became another, as after a merge', () => {
    const merged = coding('a', 0, 5, 'networks')
    expect(difference([coding('a', 0, 5)], [merged]).replaced).toEqual([['a', merged]])
  })
})

describe('memos on some words', () => {
  const memo = (id: string, start: number, end: number, source = 's'): Memo =>
    ({ id, targetKind: 'passage', on: { source, start, end, text: '' } }) as Memo
  const ids = (memos: Memo[]) => memosOn(memos, 's', { start: 10, end: 20 }).map(({ memo: { id } }) => id)

  it('are those of passages that overlap them, those on just these words first', () => {
    expect(ids([memo('inside', 12, 15), memo('before', 2, 10), memo('same', 10, 20), memo('around', 0, 30)])).toEqual([
      'same',
      'around',
      'inside',
    ])
  })

  it('leave out other sources, and memos on a code', () => {
    expect(ids([memo('there', 10, 20, 't'), { id: 'code', targetKind: 'code' } as Memo])).toEqual([])
  })
})

describe('the codings of a code', () => {
  it('are looked at from the first that is in sight or comes after, else from the first of all', () => {
    const all = [coding('a', 0, 5), coding('b', 8, 15), coding('c', 20, 25)]
    expect(firstFrom(all, 10)?.id).toBe('b')
    expect(firstFrom(all, 16)?.id).toBe('c')
    expect(firstFrom(all, 30)?.id).toBe('a')
    expect(firstFrom([], 30)).toBeUndefined()
  })
})
