import { describe, expect, it } from 'vitest'
import { filterIn, formatQuery, isNarrowed, parseQuery, spanIn, spanParam, toggled } from './search-params'

describe('an address', () => {
  it('keeps lists as repeated words, there and back', () => {
    const params = { q: 'bank*', strand: ['a', 'b'], as: undefined }
    expect(formatQuery(params)).toBe('?q=bank*&strand=a&strand=b')
    expect(parseQuery('?q=bank*&strand=a&strand=b')).toEqual({ q: 'bank*', strand: ['a', 'b'] })
    expect(formatQuery({})).toBe('')
  })

  it('reads a single value of a filter as a list of one', () => {
    expect(filterIn(parseQuery('?code=x&speaker='))).toEqual({ code: ['x'] })
  })

  it('narrows and widens by a value', () => {
    const narrowed = toggled({}, 'coder', 'me')
    expect(narrowed).toEqual({ coder: ['me'] })
    expect(isNarrowed(narrowed)).toBe(true)
    expect(isNarrowed(toggled(narrowed, 'coder', 'me'))).toBe(false)
  })

  it('names a place in a text', () => {
    expect(spanIn('120-180')).toEqual({ start: 120, end: 180 })
    expect(spanIn('120')).toEqual({ start: 120, end: 120 })
    expect(spanIn('a-b')).toBeUndefined()
    expect(spanIn(undefined)).toBeUndefined()
    expect(spanParam({ start: 1, end: 2 })).toBe('1-2')
  })
})
