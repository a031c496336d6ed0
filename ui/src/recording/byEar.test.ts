import { describe, expect, it } from 'vitest'
import { canBegin, timesOf, withPresses } from './byEar'
import { beginOf, spokenAt } from './timeline'

const turns = (...times: (number | undefined)[]) => times.map((fromMs) => ({ fromMs }))

describe('Times by ear', () => {
  it('sends what was pressed, in the order of the text', () => {
    const presses = [
      { turn: 2, ms: 900 },
      { turn: 0, ms: 100 },
    ]
    expect(timesOf(turns(undefined, undefined, undefined), presses)).toEqual([
      { turn: 0, fromMs: 100 },
      { turn: 2, fromMs: 900 },
    ])
  })

  it('takes away later times that would now run backwards, and no others', () => {
    const after = withPresses(turns(0, undefined, 300, 400, 800), [{ turn: 1, ms: 500 }])
    expect(after.map(({ fromMs }) => fromMs)).toEqual([0, 500, undefined, undefined, 800])
  })

  it('refuses a time before the turns above', () => {
    expect(canBegin(turns(0, 700, undefined), 2, 600)).toBe(false)
    expect(canBegin(turns(0, 700, undefined), 2, 700)).toBe(true)
  })
})

describe('What is being spoken', () => {
  it('is the last turn that began, and none before the first', () => {
    const list = turns(undefined, 1000, undefined, 3000)
    expect([0, 999, 1000, 2999, 3000, 9000].map((ms) => spokenAt(list, ms))).toEqual([undefined, undefined, 1, 1, 3, 3])
  })

  it('is heard from the turn itself, or from the one before it that has a time', () => {
    const list = turns(undefined, 1000, undefined, 3000)
    expect([0, 1, 2, 3].map((turn) => beginOf(list, turn))).toEqual([undefined, 1000, 1000, 3000])
  })
})
