import { describe, expect, it } from 'vitest'
import { Positions } from '../surface'
import { carryOver, type Edits, isClashing, join, partsAt, restored, settle, split, withParts } from './edits'

/** A text of turns that two speakers say in turn. */
function textOf(...words: string[]) {
  let start = 0
  const turns = words.map((said, index) => {
    const end = start + [...said].length
    const turn = { index, start, end, speakerId: index % 2 ? 'ben' : 'ann', speaker: index % 2 ? 'Ben' : 'Ann' }
    start = end + 1
    return turn
  })
  return { positions: new Positions(words.join('\n')), turns }
}

const text = textOf('How did it begin?', 'With one lom 👩‍🏭.', 'And then?')
const corrected = withParts([], text, 1, [{ text: 'With one loom 👩‍🏭.', speaker: 'ben' }])

describe('Edits', () => {
  it('hold a turn until it reads as before again', () => {
    expect(partsAt(corrected, text, 1)).toEqual([{ text: 'With one loom 👩‍🏭.', speaker: 'ben' }])
    expect(withParts(corrected, text, 1, [{ text: 'With one lom 👩‍🏭.', speaker: 'ben' }])).toEqual([])
  })

  it('split a turn at the caret, each half with the same speaker', () => {
    expect(split(partsAt(corrected, text, 1), 0, 9)).toEqual([
      { text: 'With one', speaker: 'ben' },
      { text: 'loom 👩‍🏭.', speaker: 'ben' },
    ])
  })

  it('join what was split, and a turn with the one before', () => {
    const halves = withParts(corrected, text, 1, split(partsAt(corrected, text, 1), 0, 9))
    expect(join(halves, text, 1, 1)).toEqual([corrected, { turn: 1, part: 0, at: 9 }])
    const [joined, caret] = join(corrected, text, 1, 0) ?? []
    expect(joined?.map(({ turn, parts }) => [turn, parts])).toEqual([
      [0, [{ text: 'How did it begin? With one loom 👩‍🏭.', speaker: 'ann' }]],
      [1, []],
    ])
    expect(caret).toEqual({ turn: 0, part: 0, at: 18 })
  })

  it('join over a turn whose words are gone already', () => {
    const [once] = join([], text, 1, 0) ?? []
    const [twice] = join(once as Edits, text, 2, 0) ?? []
    expect(partsAt(twice as Edits, text, 0)[0]?.text).toBe('How did it begin? With one lom 👩‍🏭. And then?')
  })

  it('go back together where turns share their words', () => {
    const [joined] = join(corrected, text, 2, 0) ?? []
    const others = withParts(joined as Edits, text, 0, [{ text: 'How?', speaker: 'ann' }])
    for (const turn of [1, 2]) expect(restored(others, turn).map((one) => one.turn)).toEqual([0])
  })

  it('join nothing with the beginning of the text', () => {
    expect(join([], text, 0, 0)).toBeUndefined()
  })
})

describe('Edits on a text that was corrected meanwhile', () => {
  it('go with their turn when it reads the same', () => {
    const now = textOf('Hello.', 'How did it begin?', 'With one lom 👩‍🏭.', 'And then?')
    const carried = carryOver(corrected, now)
    expect(carried.map(({ turn, clash }) => [turn, clash])).toEqual([[2, undefined]])
  })

  it('clash where both corrected the turn, until one of them holds', () => {
    const now = textOf('How did it begin?', 'With one lamb.', 'And then?')
    const carried = carryOver(corrected, now)
    expect(carried.map(({ turn, was, clash }) => [turn, was.text, clash])).toEqual([[1, 'With one lamb.', true]])
    expect(isClashing(carried)).toBe(true)
    expect(settle(carried, 1, 'theirs')).toEqual([])
    expect(isClashing(settle(carried, 1, 'mine'))).toBe(false)
  })

  it('leave a turn to whom someone else gave it', () => {
    const now = textOf('How did it begin?', 'With one lom 👩‍🏭.', 'And then?')
    now.turns[1] = { ...(now.turns[1] as (typeof now.turns)[number]), speakerId: 'ann', speaker: 'Ann' }
    const [edit] = carryOver(corrected, now)
    expect(edit?.parts).toEqual([{ text: 'With one loom 👩‍🏭.', speaker: 'ann' }])
  })

  it('are done when the other made the same correction', () => {
    expect(carryOver(corrected, textOf('How did it begin?', 'With one loom 👩‍🏭.', 'And then?'))).toEqual([])
  })

  it('tell turns that read the same by the words before', () => {
    const yes = textOf('One?', 'Yes.', 'Two?', 'Yes.')
    const edits = withParts([], yes, 3, [{ text: 'No.', speaker: 'ben' }])
    expect(carryOver(edits, textOf('One?', 'Yes.', 'And so on.', 'Hm.', 'Two?', 'Yes.'))[0]?.turn).toBe(5)
  })
})
