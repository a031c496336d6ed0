import { expect, it } from 'vitest'
import { transcriptOf } from './fixture'

const transcript = transcriptOf('Hello 🙂 there.', 'Yes.', '', 'And on.')

it('finds the turn of a position, and the turn before for one between two turns', () => {
  expect([0, 13, 14, 15, 16, 19, 20].map((position) => transcript.turnAt(position))).toEqual([0, 0, 0, 0, 1, 1, 1])
})

it('tells the turns a span touches', () => {
  expect(transcript.turnsOf({ start: 3, end: 18 })).toEqual([0, 1])
  expect(transcript.turnsOf({ start: 0, end: 14 })).toEqual([0, 0])
})

it('leaves out a turn that ends where the span begins', () => {
  expect(transcript.turnsOf({ start: 14, end: 18 })).toEqual([1, 1])
})

it('finds no turn for a span between two turns', () => {
  const [first, last] = transcript.turnsOf({ start: 14, end: 16 })
  expect(first).toBeGreaterThan(last)
})

it('counts offsets in a turn in UTF-16 and draws them to its ends', () => {
  expect(transcript.offsetIn(0, 8)).toBe(9)
  expect(transcript.positionIn(0, 9)).toBe(8)
  expect(transcript.offsetIn(1, 0)).toBe(0)
  expect(transcript.offsetIn(1, 99)).toBe(4)
})
