import { describe, expect, it } from 'vitest'
import { partsAt, withParts } from './edits'
import { textOf } from './fixture'
import { again, back, begin, onto, type Steps, step } from './steps'

const text = { ...textOf('How did it begin?', 'With one lom.', 'And then?'), revision: 1 }

/** One step further, in which a turn reads otherwise. */
const write = (steps: Steps, turn: number, words: string, typed?: string) => {
  const { draft } = steps.now
  const edits = withParts(draft.edits, text, turn, [{ ...partsAt(draft.edits, text, turn)[0], text: words }])
  return step(steps, { ...draft, edits }, { turn, part: 0, at: words.length }, typed)
}
const reads = ({ now }: Steps) => now.draft.edits.map(({ turn, parts }) => `${turn}: ${parts[0]?.text}`)

const first = begin({ revision: 1, edits: [], names: {}, why: '' })
const two = write(write(first, 1, 'With one loom.'), 2, 'And now?')

describe('Steps', () => {
  it('are taken back and done again, each with the caret', () => {
    const once = back(two)
    expect(reads(once)).toEqual(['1: With one loom.'])
    expect(once.now.caret).toEqual({ turn: 1, part: 0, at: 14 })
    expect(reads(back(once))).toEqual([])
    expect(back(back(back(two)))).toEqual(back(back(two)))
    expect(again(back(two))).toEqual(two)
    expect(reads(again(again(back(back(two)))))).toEqual(reads(two))
    expect(again(two)).toEqual(two)
  })

  it('are one for each word that is typed', () => {
    const typed = write(write(write(first, 1, 'W', 'a'), 1, 'Wi', 'a'), 1, 'Wi s', 'b')
    expect(reads(back(typed))).toEqual(['1: Wi'])
    expect(reads(back(back(typed)))).toEqual([])
  })

  it('can not be done again once something else was written', () => {
    expect(reads(again(write(back(two), 0, 'How?')))).toEqual(['0: How?', '1: With one loom.'])
  })

  it('outlive the correction of another turn by someone else, and so does the caret', () => {
    const now = { ...textOf('Hello.', 'How did it begin?', 'With one lom.', 'And then?'), revision: 2 }
    const carried = onto(back(two), text, now)
    expect(reads(carried)).toEqual(['2: With one loom.'])
    expect(carried.now.caret).toEqual({ turn: 2, part: 0, at: 14, carried: true })
    expect(reads(again(carried))).toEqual(['2: With one loom.', '3: And now?'])
    expect(reads(back(carried))).toEqual([])
    expect(back(carried).now.draft.revision).toBe(2)
  })

  it('go back to what someone else made of the same turn', () => {
    const now = { ...textOf('How did it begin?', 'With one lamb.', 'And then?'), revision: 2 }
    const carried = onto(two, text, now)
    expect(carried.now.draft.edits.map(({ turn, clash }) => [turn, clash])).toEqual([
      [1, true],
      [2, undefined],
    ])
    expect(reads(back(carried))).toEqual(['1: With one loom.'])
    expect(reads(back(back(carried)))).toEqual([])
    expect(reads(again(back(carried)))).toEqual(reads(two))
  })
})
