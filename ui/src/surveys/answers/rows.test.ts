import { describe, expect, it } from 'vitest'
import { heightOf, linesIn, linesOf, nextUncoded } from './rows'

describe('the row of an answer', () => {
  it('has words that take so many lines, up to four', () => {
    expect(linesIn('None', 600)).toBe(1)
    expect(linesIn('x'.repeat(100), 600)).toBe(2)
    expect(linesIn('x'.repeat(100), 900)).toBe(1)
    expect(linesIn('one\ntwo\n', 600)).toBe(3)
    expect(linesIn('x'.repeat(4000), 600)).toBe(4)
  })
  it('is as high as all others, by what nine of ten answers take', () => {
    const answers = (long: number) =>
      Array.from({ length: 20 }, (_, i) => ({ text: i < long ? 'x'.repeat(100) : 'None' }))
    expect(linesOf(answers(2), 600)).toBe(1)
    expect(linesOf(answers(3), 600)).toBe(2)
    expect(linesOf([], 600)).toBe(1)
    expect(heightOf(2)).toBe(52)
  })
})

describe('the next uncoded answer', () => {
  const code = { coding: 'a', code: 'trust', coder: 'me' }
  const rows = [0, 1, 0, 1].map((n) => ({ codes: Array.from({ length: n }, () => code) }))
  it('is the next one down, and after the last the first', () => {
    expect(nextUncoded(rows, 0)).toBe(2)
    expect(nextUncoded(rows, 2)).toBe(0)
    expect(nextUncoded(rows, -1)).toBe(0)
  })
  it('is the same again where it is the only one, and none where all are coded', () => {
    expect(nextUncoded(rows.slice(0, 2), 0)).toBe(0)
    expect(nextUncoded(rows.slice(1, 2), 0)).toBe(-1)
  })
})
