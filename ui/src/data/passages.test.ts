import { describe, expect, it } from 'vitest'
import type { Passage } from '../api/names'
import { passageOf, patchPassages, withCoding, withoutCoding, withPassage } from './passages'

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

  it('find a coding by its id', () => {
    expect(passageOf(one, 'c')?.passage.id).toBe('p')
    expect(passageOf(one, 'd')).toBeUndefined()
  })

  it('keep the passages of two people on the same words apart', () => {
    expect(ids(withPassage(one, place('q', 3, 9, 'rukhsana')))).toEqual(['p: c', 'q: '])
  })

  it('have a coding on one passage only, in its place where it stays there', () => {
    const two = withPassage(withCoding(one, 'p', coding('d', 'l')), place('q', 10, 12))
    expect(ids(withCoding(two, 'q', coding('c')))).toEqual(['p: d', 'q: c'])
    expect(ids(withCoding(two, 'p', coding('c', 'm')))).toEqual(['p: c,d', 'q: '])
  })
})

describe('what the journal tells', () => {
  const words = ({ start, end }: { start: number; end: number }) => `${start} to ${end}`
  const { text: _, ...record } = place('p', 3, 9)
  const made = { kind: 'passage', id: 'p', after: record }
  const coded = { kind: 'coding', id: 'c', after: { ...coding('c'), passage: 'p', source: 's' } }

  it('gives a passage its words, and other words when it is resized', () => {
    const list = patchPassages([], [made, coded], words)
    expect(list).toMatchObject([{ id: 'p', text: '3 to 9', codings: [{ id: 'c' }] }])
    const resized = patchPassages(list, [{ ...made, before: record, after: { ...record, end: 12 } }], words)
    expect(resized).toMatchObject([{ id: 'p', end: 12, text: '3 to 12', codings: [{ id: 'c' }] }])
  })

  it('moves a coding to another passage, and takes the bare one away', () => {
    const list = patchPassages([], [made, coded], words)
    const moved = patchPassages(
      list,
      [
        { kind: 'passage', id: 'q', after: { ...record, id: 'q', start: 20, end: 24 } },
        { kind: 'coding', id: 'c', before: coded.after, after: { ...coded.after, passage: 'q' } },
        { kind: 'passage', id: 'p', before: record },
      ],
      words,
    )
    expect(ids(moved)).toEqual(['q: c'])
  })

  it('keeps when a coding was looked at again', () => {
    const checked = { ...coded, after: { ...coded.after, checkedAt: at } }
    expect(patchPassages([], [made, checked], words)).toMatchObject([{ codings: [{ checkedAt: at }] }])
  })
})
