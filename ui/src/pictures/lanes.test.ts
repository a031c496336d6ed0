import { describe, expect, it } from 'vitest'
import { Codebook } from '../codebook/codebook'
import { codesIn } from '../codebook/fixture'
import { dice } from '../live/dice'
import { lanesOf } from './lanes'

const coding = (id: string, code: string, start: number, end: number) => ({
  id,
  passage: id,
  code,
  coder: 'me',
  at: '2026-05-19T10:00:00Z',
  start,
  end,
})

/** Every letter by itself, in the slow and obvious way. */
const lettersOf = (list: readonly { start: number; end: number }[], length: number): number =>
  Array.from({ length }, (_, at) => list.some(({ start, end }) => start <= at && at < end)).filter(Boolean).length

describe('lanes of a portrait', () => {
  const book = new Codebook(codesIn('b(a) n'))

  it('stand in order of the codebook, with their codings in order of the text', () => {
    const lanes = lanesOf([coding('1', 'a', 0, 9), coding('2', 'b', 4, 8), coding('3', 'a', 12, 20)], book)
    expect(lanes.map(({ name, stretches }) => [name, stretches.map(({ key }) => key)])).toEqual([
      ['b', ['2']],
      ['a', ['1', '3']],
    ])
  })

  it('cover what looking at each letter finds', () => {
    const roll = dice(7)
    for (let round = 0; round < 200; round++) {
      const some = Array.from({ length: roll(8) + 1 }, (_, i) => {
        const start = roll(50)
        return coding(String(i), 'a', start, start + 1 + roll(20))
      }).sort((a, b) => a.start - b.start || b.end - a.end)
      expect(lanesOf(some, book)[0]?.covered).toBe(lettersOf(some, 80))
    }
  })
})
