import { describe, expect, it } from 'vitest'
import { diverging, heatOf, reach, rowsOf, spanning, stackedUp } from './layout'
import { LINE, widthOf, wrapped } from './text'

describe('rows', () => {
  it('stand under one another, each as high as its name needs', () => {
    const long = 'We have changed how our production is organised in the last twelve months'
    const { rows, bottom, left } = rowsOf(['Short', long])
    expect(rows[0]).toEqual({ lines: ['Short'], y: 14 })
    expect(rows[1]?.lines).toHaveLength(3)
    expect(bottom).toBe(28 + 3 * LINE + 10)
    expect(rows[1]?.y).toBe(28 + 1.5 * LINE + 5)
    expect(left).toBe(240)
  })

  it('leave no more room for names than these need', () => {
    expect(rowsOf(['Preston', 'Burnley']).left).toBeCloseTo(widthOf('Preston') + 10)
  })
})

describe('names', () => {
  it('are broken between words, and end with … where there is no room', () => {
    expect(wrapped('strongly agree', 70)).toEqual(['strongly', 'agree'])
    expect(wrapped('one two three four five six', 60, 2)).toEqual(['one two', 'three …'])
    expect(wrapped('Donaudampfschifffahrt', 60)).toEqual(['Donaudam…'])
  })
})

describe('diverging bars', () => {
  it('stand at nought with their middle', () => {
    expect(diverging([0.1, 0.2, 0.4, 0.2, 0.1]).map(({ from }) => Number(from.toFixed(10)))).toEqual([
      -0.5, -0.4, -0.2, 0.2, 0.4,
    ])
  })

  it('of an even number of values have none at nought', () => {
    const [low, ...rest] = diverging([0.25, 0.25, 0.25, 0.25])
    expect(low?.from).toBe(-0.5)
    expect(rest[0]?.to).toBe(0)
    expect(rest[1]?.from).toBe(0)
  })

  it('without an order begin at the left', () => {
    expect(stackedUp([0.5, 0.25, 0.25]).map(({ from, to }) => [from, to])).toEqual([
      [0, 0.5],
      [0.5, 0.75],
      [0.75, 1],
    ])
  })

  it('all have room', () => {
    expect(
      reach([
        [0.5, 0, 0.5],
        [0, 0, 1],
      ]),
    ).toEqual([-0.5, 1])
    expect(reach([])).toEqual([0, 0])
  })
})

describe('a scale', () => {
  it('holds all values, and nought where it is compared with', () => {
    const x = spanning([3, 7], 100, 500, true)
    expect(x.domain()[0]).toBeLessThanOrEqual(0)
    expect(x(3)).toBeGreaterThan(100)
    expect(x(7)).toBeLessThan(500)
  })

  it('does not go below nought for values that do not', () => {
    expect(spanning([1, 240], 0, 100).domain()[0]).toBe(0)
    expect(spanning([-1, 240], 0, 100).domain()[0]).toBeLessThan(-1)
  })

  it('of one value alone has room round it', () => {
    const x = spanning([4, 4], 0, 100)
    expect(x(4)).toBeGreaterThan(20)
    expect(x(4)).toBeLessThan(80)
  })
})

it('cuts heats at 25, 45, 65 and 85 %', () => {
  expect([0, 0.24, 0.25, 0.45, 0.65, 0.85, 1].map(heatOf)).toEqual([1, 1, 2, 3, 4, 5, 5])
})
