import { describe, expect, it } from 'vitest'
import type { Source, Strand } from '../api/names'
import { progressOf, progressWords, unitOf } from './strands'

const strand = { id: 'mid', name: 'Mid-caps', kind: 'interviews' } as Strand
const source = (codings: number, coders: string[]) =>
  ({ strand: 'mid', codings, coders, speakers: [{}, {}] }) as unknown as Source
const one = (...sources: Source[]) => progressOf([strand], sources)[0] as ReturnType<typeof progressOf>[number]

describe('the progress of a strand', () => {
  it('counts its sources, what is coded, and each coder once', () => {
    const row = one(source(3, ['amira', 'rukhsana']), source(1, ['amira']), source(0, []), {
      ...source(9, ['tom']),
      strand: 'other',
    })
    expect(row).toMatchObject({ sources: 3, coded: 2, codings: 4, speakers: 6, coders: ['amira', 'rukhsana'] })
  })

  it('is said in words that fit the number', () => {
    expect(progressWords(one())).toBe('no sources yet')
    expect(progressWords(one(source(0, [])))).toBe('1 to read')
    expect(progressWords(one(source(2, [])))).toBe('coded')
    expect(progressWords(one(source(2, []), source(2, [])))).toBe('both coded')
    expect(progressWords(one(source(2, []), source(0, [])))).toBe('1 coded, 1 to read')
  })

  it('calls sources what they are', () => {
    expect(unitOf('focus group', 1)).toBe('focus group')
    expect(unitOf('documents', 17)).toBe('documents')
    expect(unitOf('something else', 2)).toBe('sources')
  })
})
