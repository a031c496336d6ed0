import { describe, expect, it } from 'vitest'
import { askedCases, conditionOf, narrows, written } from './asked'

describe('the address of a sheet', () => {
  it('says what is shown; what is not known is left out', () => {
    const asked = askedCases({ q: 'loom', kind: ['firm', 'cat'], where: 'sector=Food', sort: '-employees', other: 1 })
    expect(asked).toEqual({ q: 'loom', kind: ['firm'], where: ['sector=Food'], sort: '-employees' })
    expect(narrows(asked)).toBe(true)
  })

  it('narrows nothing with an order alone', () => {
    expect(narrows(askedCases({ q: ' ', sort: 'name' }))).toBe(false)
  })
})

describe('a condition', () => {
  const names = ['growth', 'growth > 10', 'employees']

  it('is read back as it was written', () => {
    for (const condition of [
      { variable: 'employees', sign: '>=', value: '10' },
      { variable: 'employees', sign: '=', value: '' },
      { variable: 'growth > 10', sign: '!=', value: 'yes' },
      { variable: 'growth', sign: '>', value: '5' },
    ] as const)
      expect(conditionOf(written(condition), names)).toEqual(condition)
  })

  it('is none of a variable that is gone', () => {
    expect(conditionOf('turnover=3', names)).toBeUndefined()
  })
})
