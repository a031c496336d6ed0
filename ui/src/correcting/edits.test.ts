import { describe, expect, it } from 'vitest'
import { type Edits, house, isClashing, join, partsAt, restored, settle, split, withParts } from './edits'
import { textOf } from './fixture'

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

  it('wait until it is decided what becomes of words that strayed to a turn', () => {
    const [edit] = corrected
    const strays = [{ text: 'Then came another.', speaker: 'ann' }]
    const open = [{ ...edit, strays }] as Edits
    expect(isClashing(open)).toBe(true)
    expect(house(open, 1, false)).toEqual([{ ...edit, strays: undefined }])
    expect(house(open, 1, true)[0]?.parts).toEqual([...(edit?.parts ?? []), ...strays])
    const clashing = open.map((one) => ({ ...one, clash: true }))
    expect(house(settle(clashing, 1, 'theirs'), 1, false)).toEqual([])
    expect(settle(clashing, 1, 'theirs')[0]?.strays).toEqual(strays)
  })
})
