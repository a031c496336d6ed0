import { describe, expect, it } from 'vitest'
import type { Coded, Passage } from '../api/names'
import { settle } from './codings'
import { findCoding, isPending, passageOf, pendingId, withCoding, withoutCoding, withPassage } from './passages'

const at = '2026-11-23T10:00:00Z'
const place = (id: string, start: number, end: number, createdBy = 'me') => ({
  id,
  start,
  end,
  createdBy,
  createdAt: at,
  text: 'words',
})
const coding = (id: string, code = 'k', coder = 'me') => ({ id, code, coder, at })
const ids = (list: readonly Passage[]) => list.map((passage) => `${passage.id}: ${passage.codings.map(({ id }) => id)}`)

describe('passages with their codings', () => {
  const one: Passage[] = [{ ...place('p', 3, 9), codings: [coding('c')] }]

  it('take a coding once, however often they are told', () => {
    const twice = withCoding(withCoding(one, 'p', coding('d', 'l')), 'p', coding('d', 'l'))
    expect(ids(twice)).toEqual(['p: c,d'])
  })

  it('stay the very same list when nothing changes', () => {
    expect(withCoding(one, 'p', coding('c'))).toBe(one)
    expect(withPassage(one, place('p', 3, 9))).toBe(one)
    expect(withoutCoding(one, 'unknown')).toBe(one)
  })

  it('drop a passage that is left with nothing', () => {
    expect(withoutCoding(one, 'c')).toEqual([])
    const noted = [{ ...one[0], memo: 'A thought' }] as Passage[]
    expect(ids(withoutCoding(noted, 'c'))).toEqual(['p: '])
  })

  it('find a coding by its words and code, and by its id', () => {
    expect(findCoding(one, place('', 3, 9), 'k')?.id).toBe('c')
    expect(findCoding(one, place('', 3, 8), 'k')).toBeUndefined()
    expect(passageOf(one, 'c')?.passage.id).toBe('p')
  })

  it('keep the passages of two people on the same words apart', () => {
    expect(ids(withPassage(one, place('q', 3, 9, 'rukhsana')))).toEqual(['p: c', 'q: '])
  })
})

describe('a coding drawn before the server has it', () => {
  const pending = pendingId()
  const drawn = withCoding(withPassage([], place('pending:p', 3, 9)), 'pending:p', coding(pending))
  const coded: Coded = { id: 'c', passage: 'p', source: 's', code: 'k', coder: 'me', at, start: 3, end: 9, seq: 7 }

  it('is known as such', () => {
    expect(isPending(pending)).toBe(true)
    expect(isPending('c')).toBe(false)
  })

  it('gives its place to the answer', () => {
    expect(ids(settle(drawn, pending, coded))).toEqual(['p: c'])
  })

  it('gives its place to the journal when that is faster, and the answer then changes nothing', () => {
    const told = withCoding(withPassage(drawn, place('p', 3, 9)), 'p', coding('c'))
    expect(ids(told)).toEqual(['p: c'])
    expect(ids(settle(told, pending, coded))).toEqual(['p: c'])
  })

  it('comes back from the answer when the passage is on the same words with another code', () => {
    const both = withCoding(drawn, 'pending:p', coding('other', 'l'))
    expect(ids(settle(both, pending, coded))).toEqual(['p: other,c'])
  })

  it('turns into the coding that was there already', () => {
    const there = withCoding([{ ...place('p', 3, 9), codings: [coding('c')] }], 'p', coding(pending, 'k'))
    expect(ids(settle(there, pending, coded))).toEqual(['p: c'])
  })
})
