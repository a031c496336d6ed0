import { describe, expect, it } from 'vitest'
import { coding, transcriptOf } from '../surface/fixture'
import { notesOf, printed } from './printed'

const transcript = transcriptOf('We make 🧵 seals and gaskets.', 'And then?')
const text = (turn: number, notes: ReturnType<typeof notesOf>) =>
  printed(transcript, notes)
    [turn]?.pieces.map(({ text, opens, closes, coded }) => {
      const before = opens.map((n) => `[${n} `).join('')
      return `${before}${coded ? text.toUpperCase() : text}${closes.map((n) => ` ${n}]`).join('')}`
    })
    .join('')

describe('a printed transcript', () => {
  it('numbers passages in the order of the text, the longer first', () => {
    const notes = notesOf([coding('b', 10, 15), coding('a', 10, 27), coding('c', 0, 2)])
    expect(notes.map(({ number, codings }) => [number, codings[0]?.id])).toEqual([
      [1, 'c'],
      [2, 'a'],
      [3, 'b'],
    ])
  })

  it('gives the codings of the same words one number', () => {
    expect(notesOf([coding('a', 0, 9), coding('b', 0, 9)]).map(({ codings }) => codings.length)).toEqual([2])
  })

  it('sets passages off in brackets, one in the other', () => {
    const notes = notesOf([coding('a', 8, 15), coding('b', 10, 15)])
    expect(text(0, notes)).toBe('We make [1 🧵 [2 SEALS 2] 1] and gaskets.')
  })

  it('carries a passage on in the next turn, its note where it begins', () => {
    const end = transcript.turn(1).start + 3
    const notes = notesOf([coding('a', 20, end)])
    expect(text(0, notes)).toBe('We make 🧵 seals and [1 GASKETS.')
    expect(text(1, notes)).toBe('AND 1] then?')
    expect(printed(transcript, notes).map((turn) => turn.notes.length)).toEqual([1, 0])
  })

  it('leaves a text without codings whole', () => {
    expect(printed(transcript, [])[0]?.pieces).toEqual([
      { text: 'We make 🧵 seals and gaskets.', opens: [], closes: [], coded: false },
    ])
  })
})
