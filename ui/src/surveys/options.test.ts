import { describe, expect, it } from 'vitest'
import { inQuestion, linesOf, moved } from './options'

describe('what an answer can be', () => {
  const question = { options: [{ value: '1', label: 'Poor' }, { value: '2' }], missing: ['-99'] }
  it('is listed with what counts as missing at the end, and read from the list again', () => {
    expect(linesOf(question)).toEqual([
      { value: '1', label: 'Poor', missing: false },
      { value: '2', missing: false },
      { value: '-99', missing: true },
    ])
    expect(inQuestion(linesOf(question))).toEqual(question)
  })
  it('goes among the missing without its label', () => {
    const lines = linesOf(question).with(0, { value: '1', label: 'Poor', missing: true })
    expect(inQuestion(lines)).toEqual({ options: [{ value: '2' }], missing: ['1', '-99'] })
  })
  it('is moved up and down', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a'], 3, 0)).toEqual(['a'])
  })
})
