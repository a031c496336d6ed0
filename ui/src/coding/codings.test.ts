import { describe, expect, it } from 'vitest'
import type { Passage } from '../api/names'
import type { Coding } from '../surface'
import { codingsOf, difference, overlap } from './codings'
import { codingsOn } from './here'

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
