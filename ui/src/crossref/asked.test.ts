import { describe, expect, it } from 'vitest'
import { formatQuery, parseQuery } from '../app/search-params'
import { askedTable, askingOf, axisOf, chosenOf, kindOf } from './asked'

describe('what an address says of a cross-reference', () => {
  it('is read again as it was written', () => {
    const asked = askedTable({
      rows: 'codes:a,b',
      columns: 'variable:Size band',
      count: 'sources',
      show: 'row',
      moderators: 'true',
      strand: ['s1', 's2'],
      as: 'quotes',
      row: 'a',
      column: '1 to 9',
    })
    expect(askedTable(parseQuery(formatQuery({ ...asked })))).toEqual(asked)
  })

  it('leaves out what makes no sense', () => {
    expect(askedTable({ count: 'shoes', turns: '-4', show: 'number', code: 'x', alone: 'no' })).toEqual({})
  })

  it('tells kinds from what is chosen of them', () => {
    expect(kindOf('codes:a,b')).toBe('codes')
    expect(chosenOf('codes:a,b')).toEqual(['a', 'b'])
    expect(chosenOf('codes')).toEqual([])
    expect(chosenOf('variable:Rate: yearly')).toEqual(['Rate: yearly'])
    expect(axisOf('codes', [])).toBe('codes')
    expect(axisOf('codes', ['a', 'b'])).toBe('codes:a,b')
    const names = ['Gaskell, Ann (50%2C)', 'Tom']
    expect(chosenOf(axisOf('speakers', names))).toEqual(names)
    expect(chosenOf('variable:Rate, yearly')).toEqual(['Rate, yearly'])
  })
})

describe('what the server is asked', () => {
  it('is codes by strands, counted as is usual', () => {
    expect(askingOf({}, 'cases')).toMatchObject({
      rows: 'codes',
      columns: 'strands',
      count: 'cases',
      together: undefined,
    })
  })

  it('is where codes are together when both are codes, in which words are not counted', () => {
    expect(askingOf({ columns: 'codes', count: 'words' }, 'cases')).toMatchObject({
      count: 'passages',
      together: 'overlap',
    })
    expect(askingOf({ columns: 'codes:a', together: 'near' }, 'cases')).toMatchObject({ count: 'passages', turns: 3 })
    expect(askingOf({ together: 'near' }, 'cases').together).toBeUndefined()
  })
})
