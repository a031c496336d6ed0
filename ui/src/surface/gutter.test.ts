// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { transcriptOf } from './fixture'
import { Gutter } from './gutter'
import { Rows } from './rows'
import { words } from './words'

const transcript = transcriptOf('We make seals.', 'And gaskets?', 'Gaskets too.')
let rows: Rows
let gutter: Gutter

const said = (turn: number) =>
  [...rows.row(turn).who.children].map((el) => el.getAttribute('aria-label') ?? el.textContent)
const rukhsana = { account: 'r', name: 'Rukhsana Nawaz', initials: 'RN' }

beforeEach(() => {
  rows = new Rows(document.createElement('div'), transcript)
  gutter = new Gutter(rows, transcript, words)
})

describe('the column of the speakers', () => {
  it('numbers the turns from 1, and no longer', () => {
    gutter.number(true)
    gutter.number(true)
    expect([0, 1, 2].map(said)).toEqual([['1'], ['2'], ['3']])
    gutter.number(false)
    expect([0, 1, 2].map(said)).toEqual([[], [], []])
  })

  it('shows bookmarks at their turns, in the place of those before', () => {
    gutter.bookmark([{ position: 3, name: '' }])
    gutter.bookmark([{ position: 20, name: 'Seals' }])
    expect([0, 1, 2].map(said)).toEqual([[], ['Bookmark: Seals'], []])
  })

  it('shows a colleague where they are, and moves the same mark with them', () => {
    gutter.meet([{ ...rukhsana, position: 0 }])
    const [mark] = rows.row(0).who.children
    gutter.meet([{ ...rukhsana, position: 32 }])
    expect(rows.row(2).who.firstElementChild).toBe(mark)
    expect(said(2)).toEqual(['Rukhsana Nawaz is here'])
    gutter.meet([])
    expect([0, 1, 2].map(said)).toEqual([[], [], []])
  })
})
