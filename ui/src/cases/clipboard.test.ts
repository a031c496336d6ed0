import { describe, expect, it } from 'vitest'
import { asCell, cellsIn } from './clipboard'

describe('what a spreadsheet copies', () => {
  it('is rows of cells, and its last line end is no row', () => {
    expect(cellsIn('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('keeps cells that are empty', () => {
    expect(cellsIn('a\n\nb\t')).toEqual([['a'], [''], ['b', '']])
  })

  it('reads line ends, tabs and quotes between quotes', () => {
    expect(cellsIn('"two\nlines"\t"say ""no"""\nplain "word"')).toEqual([['two\nlines', 'say "no"'], ['plain "word"']])
  })

  it('is one empty cell where there is nothing', () => {
    expect(cellsIn('')).toEqual([['']])
  })

  it('is read back from what is copied here', () => {
    for (const text of ['plain', 'two\nlines', 'tab\there', 'say "no"', ''])
      expect(cellsIn(`${asCell(text)}\tx`)).toEqual([[text, 'x']])
  })
})
