import { expect, it } from 'vitest'
import { conditionsOf } from './conditions'
import type { Known } from './known'

const known = ['sector', 'size', 'employees'].map((name) => ({ name }) as Known)

it('a cell narrows what the conditions let through, and none of them widens it', () => {
  const where = ['sector=Food', 'sector=Print', 'employees>=10', 'size!=Micro']
  expect(conditionsOf(known, where, ['sector=Food', 'size=Small'])).toEqual([
    'employees>=10',
    'size!=Micro',
    'sector=Food',
    'size=Small',
  ])
})
