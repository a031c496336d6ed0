import { describe, expect, it } from 'vitest'
import { formatQuery, parseQuery } from '../app/search-params'
import { askedJoint, askedRelation } from './asked'

describe('the address of a relation', () => {
  it('gives the same again', () => {
    const asked = {
      look: 'crosstab',
      row: 'Q007',
      column: 'sector',
      show: 'residuals',
      at: ['Q007=Male', 'sector=Food & drink'],
      where: ['employees>=10', 'district='],
      weight: 'none',
    } as const
    expect(askedRelation(parseQuery(formatQuery(asked).slice(1)))).toEqual(asked)
  })

  it('says only what is known', () => {
    expect(
      askedRelation({ look: 'tea', of: '', method: 'means', kind: 'linear', weight: 'all', row: ['a'], at: '' }),
    ).toEqual({})
  })

  it('takes one of several as a list', () => {
    expect(askedRelation({ of: 'Q1', predictor: ['a', 'b'] })).toEqual({ of: ['Q1'], predictor: ['a', 'b'] })
  })
})

it('the address of a joint display gives the same again', () => {
  const asked = { by: 'sector', code: ['a', 'b'], alone: 'yes', atCode: 'a', atValue: 'Food', where: ['size=Micro'] }
  expect(askedJoint(parseQuery(formatQuery(asked).slice(1)))).toEqual(asked)
})
