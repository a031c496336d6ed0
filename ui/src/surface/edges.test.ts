import { expect, it } from 'vitest'
import { speedAt } from './edges'

it('scrolls only near an edge, faster the nearer', () => {
  expect([100, 140, 148, 300, 452, 470, 500].map((y) => speedAt(y, 100, 500))).toEqual([-18, -3, 0, 0, 0, 7, 18])
})

it('is not faster beyond the edge', () => {
  expect([0, 900].map((y) => speedAt(y, 100, 500))).toEqual([-18, 18])
})
