import { describe, expect, it } from 'vitest'
import { sideFor } from './placing'

const at = (top: number, bottom: number) => ({
  first: { left: 0, top, bottom: top + 20 },
  last: { left: 0, top: bottom - 20, bottom },
})
const view = { top: 100, bottom: 500 }

describe('what stands at the words', () => {
  it('is where it is wished when there is room', () => {
    expect(sideFor('above', at(200, 220), 40, view)).toBe('above')
    expect(sideFor('below', at(200, 220), 40, view)).toBe('below')
  })

  it('goes to the other side without room', () => {
    expect(sideFor('above', at(120, 140), 40, view)).toBe('below')
    expect(sideFor('below', at(440, 480), 40, view)).toBe('above')
  })

  it('stays on the side that is wished when neither has room', () => {
    expect(sideFor('above', at(110, 490), 40, view)).toBe('above')
  })
})
