import { describe, expect, it } from 'vitest'
import type { Code } from '../api/names'
import { Codebook, dyeOf, plain, rank } from './codebook'
import { favourites, keyOf } from './favourites'
import { code as plainCode } from './fixture'

const code = (id: string, name: string, parent = '', position = 0, codable = true): Code =>
  plainCode(id, parent || undefined, position, { name, codable })

const book = new Codebook([
  code('t', 'Themes', '', 1, false),
  code('c', 'Capitals', '', 0, false),
  code('h', 'Human capital', 'c', 0),
  code('d', 'Reluctance to delegate', 'h', 1),
  code('l', 'Leadership and management', 'h', 0),
  code('g', 'Glass ceiling', 't', 0),
])

const names = (codes: readonly Code[]) => codes.map(({ name }) => name)

describe('a codebook', () => {
  it('walks parents before children, siblings by position', () => {
    expect(book.walk().map(({ code, depth }) => `${depth} ${code.name}`)).toEqual([
      '0 Capitals',
      '1 Human capital',
      '2 Leadership and management',
      '2 Reluctance to delegate',
      '0 Themes',
      '1 Glass ceiling',
    ])
  })

  it('makes a root of a code whose parent is not there', () => {
    expect(names(new Codebook([code('x', 'Left behind', 'gone')]).children(''))).toEqual(['Left behind'])
  })

  it('survives codes that stand under each other', () => {
    const ring = new Codebook([code('a', 'A', 'b'), code('b', 'B', 'a')])
    expect(names(ring.ancestors('a'))).toEqual(['A', 'B'])
    expect(ring.walk()).toEqual([])
  })

  it('lets a code stand anywhere but under itself', () => {
    expect(book.mayStandUnder('h', 'd')).toBe(false)
    expect(book.mayStandUnder('h', 'h')).toBe(false)
    expect(book.mayStandUnder('h', 't')).toBe(true)
    expect(book.mayStandUnder('h', '')).toBe(true)
  })

  it('finds a code by its name in any case', () => {
    expect(book.named('glass CEILING')?.id).toBe('g')
    expect(book.named('glass')).toBeUndefined()
  })
})

describe('ranking codes for what was typed', () => {
  it('puts names that begin with it before names that hold it', () => {
    const list = new Codebook([
      code('1', 'Skills', '', 0),
      code('2', 'New kills', '', 1),
      code('3', 'Kills time', '', 2),
    ])
    expect(names(rank(list, 'kills'))).toEqual(['Kills time', 'New kills', 'Skills'])
  })

  it('never offers a heading', () => {
    expect(names(rank(book, 'capital'))).toEqual(['Human capital'])
  })

  it('offers everything codable, in tree order, when nothing is typed', () => {
    expect(names(rank(book, ''))).toEqual([
      'Human capital',
      'Leadership and management',
      'Reluctance to delegate',
      'Glass ceiling',
    ])
  })

  it('forgives accents and doubled spaces', () => {
    expect(plain('  Café   society ')).toBe('cafe society')
  })
})

describe('favourite keys', () => {
  it('keep what was chosen and fill the rest from the top of the tree', () => {
    expect([...favourites(book, { 2: 'h', 5: 'g' })].map(([key, { name }]) => `${key} ${name}`).sort()).toEqual([
      '1 Leadership and management',
      '2 Human capital',
      '3 Reluctance to delegate',
      '5 Glass ceiling',
    ])
  })

  it('pass over chosen codes that are gone or only headings', () => {
    expect(favourites(book, { 1: 'gone', 2: 'c' }).get('1')?.id).toBe('l')
    expect(favourites(book, { 1: 'gone', 2: 'c' }).get('2')?.id).toBe('d')
  })

  it('tell the key of a code', () => {
    expect(keyOf(favourites(book, { 7: 'g' })).get('g')).toBe('7')
  })
})

describe('a colour', () => {
  it('is a dye, its open form, or a colour from elsewhere', () => {
    expect(dyeOf('madder')).toEqual({ dye: 'madder', form: '' })
    expect(dyeOf('madder/open')).toEqual({ dye: 'madder', form: 'open' })
    expect(dyeOf('#aabbcc')).toEqual({ dye: '#aabbcc', form: '' })
  })
})
