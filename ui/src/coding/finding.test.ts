import { describe, expect, it } from 'vitest'
import type { Code } from '../api/names'
import { Codebook } from '../codebook/codebook'
import { code as plainCode } from '../codebook/fixture'
import { candidates, pieces } from './finding'

let position = 0
const code = (id: string, name: string, parent?: string, codable = true): Code =>
  plainCode(id, parent, position++, { name, codable })

const book = new Codebook([
  code('capitals', 'Capitals', undefined, false),
  code('social', 'Social capital', 'capitals'),
  code('trust', 'Trust', 'social'),
  code('mistrust', 'Mistrust', 'social'),
  code('early', 'Early trust', 'social'),
  code('cafe', 'Café talk', 'social'),
])

const found = (typed: string, recent?: string[]) => candidates(book, typed, recent).map(({ code: { id } }) => id)

describe('finding a code', () => {
  it('puts the name itself first, then words that begin so, then the rest', () => {
    expect(found('trust')).toEqual(['trust', 'early', 'mistrust'])
  })

  it('reads letters without case and accents', () => {
    expect(found('CAFE')).toEqual(['cafe'])
  })

  it('looks at the names above a code too', () => {
    expect(found('social trust')).toEqual(['trust', 'mistrust', 'early'])
  })

  it('never offers a heading', () => {
    expect(found('capitals')).toEqual([])
    expect(found('')).not.toContain('capitals')
  })

  it('offers what was used last before anything is typed', () => {
    expect(found('', ['mistrust', 'cafe']).slice(0, 3)).toEqual(['mistrust', 'cafe', 'social'])
  })

  it('tells the path without headings', () => {
    expect(candidates(book, 'early')[0]?.path).toBe('Social capital')
  })
})

describe('what was typed in a name', () => {
  it('is cut out where it stands', () => {
    expect(pieces('Early trust', 'TRU')).toEqual(['Early ', 'tru', 'st'])
  })

  it('leaves a name whole that does not hold it', () => {
    expect(pieces('Early trust', 'late')).toEqual(['Early trust', '', ''])
    expect(pieces('Early trust', ' ')).toEqual(['Early trust', '', ''])
  })
})
