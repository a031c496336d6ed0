import { describe, expect, it } from 'vitest'
import { carryOver } from './carrying'
import { type Correctable, type Edits, isClashing, settle, withParts } from './edits'
import { textOf } from './fixture'

const text = textOf('How did it begin?', 'With one lom 👩‍🏭.', 'And then?')
const corrected = withParts([], text, 1, [{ text: 'With one loom 👩‍🏭.', speaker: 'ben' }])

/** Edits that put other words in the place of turns of a text. */
const other = (was: Correctable, words: Record<number, string>): Edits =>
  Object.entries(words).reduce<Edits>(
    (edits, [turn, said]) => withParts(edits, was, Number(turn), [{ text: said, speaker: 'ben' }]),
    [],
  )

/** What edits make of which turn, with what is still to be decided. */
const told = (edits: Edits) =>
  edits.map(({ turn, parts, clash, strays }) =>
    [turn, parts.map((part) => part.text), clash ? 'clash' : '', strays?.map((part) => part.text)]
      .flat()
      .filter((one) => one !== undefined && one !== ''),
  )

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

  const four = textOf('One.', 'Two.', 'Three.', 'Four.')

  it.each([
    [
      'the first is gone',
      ['Two.', 'Three.', 'Four.'],
      [
        [0, 'Two.', '1st'],
        [1, '3rd'],
      ],
    ],
    [
      'one inside is gone',
      ['One.', 'Two.', 'Four.'],
      [
        [0, '1st'],
        [1, 'Two.', '3rd'],
      ],
    ],
    [
      'the last is gone',
      ['One.', 'Two.', 'Three.'],
      [
        [0, '1st'],
        [2, '3rd'],
      ],
    ],
    [
      'one inside was corrected',
      ['One.', 'Two.', 'Drei.', 'Four.'],
      [
        [0, '1st'],
        [2, '3rd', 'clash'],
      ],
    ],
    [
      'the first was corrected, after one that is new',
      ['Zero.', 'Eins.', 'Two.', 'Three.', 'Four.'],
      [
        [1, '1st', 'clash'],
        [3, '3rd'],
      ],
    ],
    [
      'both and what is between them were corrected',
      ['Eins.', 'Zwei.', 'Drei.', 'Four.'],
      [
        [0, '1st', 'clash'],
        [2, '3rd', 'clash'],
      ],
    ],
    ['all are one now', ['One. Two. Three. Four.'], [[0, '1st', 'clash', '3rd']]],
  ])('when %s, go to their own turns and to no others', (_, now, want) => {
    expect(told(carryOver(other(four, { 0: '1st', 2: '3rd' }), textOf(...(now as string[]))))).toEqual(want)
  })

  it('stay beside the words that they stood beside', () => {
    expect(told(carryOver(other(four, { 2: '3rd' }), textOf('Two.', 'Drei.', 'Und.', 'Vier.')))).toEqual([
      [1, '3rd', 'clash'],
    ])
    expect(told(carryOver(other(four, { 1: '2nd' }), textOf('Eins.', 'Neu.', 'Zwei.', 'Three.')))).toEqual([
      [2, '2nd', 'clash'],
    ])
  })

  it('are never two on one turn, and lose no words, when fewer turns are left than were corrected', () => {
    const edits = other(four, { 0: '1st', 1: '2nd', 2: '3rd', 3: '4th' })
    const carried = carryOver(edits, textOf('Three.', 'Vier.'))
    expect(told(carried)).toEqual([
      [0, '3rd', '1st', '2nd'],
      [1, '4th', 'clash'],
    ])
    expect(told(carryOver(carried, textOf('Drei.')))).toEqual([[0, '3rd', 'clash', '1st', '2nd', '4th']])
  })
})
