import { describe, expect, it } from 'vitest'
import type { Answers } from '../../api/names'
import { drawn } from './drawn'

const list = {
  items: ['a', 'b'].map((response) => ({ response, codes: [{ coding: `${response}1`, code: 'trust', coder: 'me' }] })),
} as Answers

describe('before the server has done it', () => {
  it('an answer has the code that it was given', () => {
    const code = { coding: '', code: 'fear', coder: 'me' }
    const next = drawn(list, { add: new Map([['b', code]]) })
    expect(next.items[1]?.codes).toEqual([...(list.items[1]?.codes ?? []), code])
    expect(next.items[0]).toBe(list.items[0])
  })
  it('a coding that was taken off is gone, and the others are the same', () => {
    const next = drawn(list, { remove: new Set(['a1']) })
    expect(next.items[0]?.codes).toEqual([])
    expect(next.items[1]).toBe(list.items[1])
  })
})
