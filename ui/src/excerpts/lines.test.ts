import { describe, expect, it } from 'vitest'
import type { Excerpt, ExcerptList } from '../api/names'
import { keyOf, linesOf, rowAt, windowFor } from './lines'

const row = (passage: string, coding: string) => ({ passage, coding, codings: [] }) as unknown as Excerpt

const list = (some: Partial<ExcerptList>): ExcerptList => ({
  items: [],
  groups: [],
  rows: 0,
  from: 0,
  total: 0,
  passages: 0,
  sources: 0,
  scope: 0,
  seq: 0,
  ...some,
})

const groups = [
  { value: 'a', rows: 2 },
  { value: 'b', rows: 3 },
]

describe('the lines of a list', () => {
  it('are its rows, read or not', () => {
    expect(linesOf(list({ rows: 3 }))).toEqual([{ at: 0 }, { at: 1 }, { at: 2 }])
  })

  it('stand under the heads of their groups', () => {
    expect(linesOf(list({ rows: 5, groups })).map((line) => ('head' in line ? line.head.value : line.at))).toEqual([
      'a',
      0,
      1,
      'b',
      2,
      3,
      4,
    ])
  })

  it('count on past a folded group, whose rows the server leaves out', () => {
    const lines = linesOf(list({ rows: 3, groups }), ['a'])
    expect(lines.map((line) => ('head' in line ? line.head.value : line.at))).toEqual(['a', 'b', 0, 1, 2])
  })

  it('keep their key when others come before them', () => {
    const before = list({ rows: 1, items: [row('p', 'c')] })
    const after = list({ rows: 2, items: [row('new', 'n'), row('p', 'c')] })
    expect(keyOf({ at: 1 }, after, false)).toBe(keyOf({ at: 0 }, before, false))
  })
})

describe('the part that is read', () => {
  it('has the row that is looked at, and others on both sides', () => {
    for (const at of [0, 49, 50, 149, 150, 1234]) {
      const from = windowFor(at)
      expect(from % 100).toBe(0)
      expect(at - from).toBeGreaterThanOrEqual(Math.min(at, 50))
      expect(from + 200 - at).toBeGreaterThanOrEqual(50)
    }
  })

  it('begins where it says', () => {
    const part = list({ from: 100, items: [row('p', 'c')] })
    expect(rowAt(part, 100)?.passage).toBe('p')
    expect(rowAt(part, 99)).toBeUndefined()
  })
})
