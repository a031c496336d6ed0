import { describe, expect, it } from 'vitest'
import { coding } from '../surface/fixture'
import { toldOf } from './stack'

const told = { called: () => 'Trust', wordsOf: () => '23 words', coderOf: () => 'you' }
const [small, large] = [coding('small', 10, 20), coding('large', 0, 30)]

describe('what covers this', () => {
  it('is told with its place in the stack', () => {
    expect(toldOf({ codings: [small, large], lit: large }, told)).toBe(
      '2 of 2 codings: ‘Trust’, 23 words, coded by you',
    )
  })

  it('is told alone where it is the only one', () => {
    expect(toldOf({ codings: [small], lit: small }, told)).toBe('‘Trust’, 23 words, coded by you')
  })

  it('says that nothing is coded, or lit', () => {
    expect(toldOf({ codings: [], lit: null }, told)).toBe('Nothing is coded here.')
    expect(toldOf({ codings: [small], lit: null }, told)).toBe('Nothing is lit.')
  })
})
