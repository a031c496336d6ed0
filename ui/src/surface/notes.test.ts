// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { coding, transcriptOf } from './fixture'
import type { RowBoxes } from './measure'
import { type Note, Notes } from './notes'
import { type Row, Rows } from './rows'
import { words } from './words'

const transcript = transcriptOf('We make seals.', 'And gaskets?', 'Gaskets too.')
const onSeals: Note = { id: 'seals', start: 8, end: 13, memos: 1, words: 1 }
const onAll: Note = { id: 'all', start: 3, end: 40, memos: 2, words: 6 }
const line = { left: 0, right: 50, top: 10, bottom: 30 }
let rows: Rows
let notes: Notes
let opened: Note[]

const boxes = (turn: number, codings = [] as ReturnType<typeof coding>[]): RowBoxes => ({
  top: 0,
  height: 40,
  parts: codings.map((one) => ({
    thread: { coding: one, lane: 0 },
    start: 0,
    end: 1,
    first: true,
    last: true,
    level: 0,
    boxes: [line],
  })),
  tint: [],
  marks: new Map(),
  notes: notes.parts(turn).map((part) => ({ ...part, boxes: [line] })),
})
const names = (row: Row) => [...row.el.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))

beforeEach(() => {
  opened = []
  rows = new Rows(document.createElement('div'), transcript)
  notes = new Notes(transcript, words, (note) => opened.push(note))
})

describe('memos in the margin', () => {
  it('have a button where their words begin, and open there', () => {
    expect(notes.set([onSeals, onAll])).toEqual(new Set([0, 1, 2]))
    notes.draw(rows.row(0), boxes(0), true)
    notes.draw(rows.row(1), boxes(1), false)
    expect(names(rows.row(0))).toEqual(['Memo on 1 word', '2 memos on 6 words'])
    expect(names(rows.row(1))).toEqual([])
    rows.row(0).el.querySelectorAll('button')[1]?.click()
    expect(opened).toEqual([onAll])
  })

  it('stand below one another on one line', () => {
    notes.set([onSeals, onAll])
    notes.draw(rows.row(0), boxes(0), true)
    expect([...rows.row(0).el.querySelectorAll('button')].map((button) => button.style.top)).toEqual(['9px', '33px'])
  })

  it('have a bracket of their own only on words without a coding', () => {
    notes.set([onSeals])
    notes.draw(rows.row(0), boxes(0), false)
    expect(rows.row(0).el.querySelectorAll('.note')).toHaveLength(1)
    notes.draw(rows.row(0), boxes(0, [coding('a', 8, 13)]), false)
    expect(rows.row(0).el.querySelectorAll('.note')).toHaveLength(0)
  })

  it('keep their button while they are drawn again', () => {
    notes.set([onSeals])
    notes.draw(rows.row(0), boxes(0), false)
    const before = rows.row(0).el.querySelector('button')
    notes.set([{ ...onSeals, memos: 2 }])
    notes.draw(rows.row(0), boxes(0), true)
    expect(rows.row(0).el.querySelector('button')).toBe(before)
    expect(before?.tabIndex).toBe(0)
  })

  it('are gone with the last memo', () => {
    notes.set([onSeals])
    notes.draw(rows.row(0), boxes(0), false)
    expect(notes.set([])).toEqual(new Set([0]))
    notes.draw(rows.row(0), boxes(0), false)
    expect(rows.row(0).el.querySelector('.notes')).toBeNull()
  })
})
