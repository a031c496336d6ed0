import { expect, it } from 'vitest'
import { placeNames, type Wish } from './names'

const wish = (what: string, y: number, more: Partial<Wish<string>> = {}) => ({
  what,
  y,
  room: true,
  lit: false,
  ...more,
})
const told = (wishes: Wish<string>[], bottom = 1000) =>
  placeNames(wishes, bottom).map(({ what, y, hidden }) => [what, y, ...hidden])

it('leaves names where they are when there is room', () => {
  expect(told([wish('a', 0), wish('b', 24), wish('c', 100)])).toEqual([
    ['a', 0],
    ['b', 24],
    ['c', 100],
  ])
})

it('moves names that collide down by the height of one', () => {
  expect(told([wish('a', 10), wish('b', 10), wish('c', 20)])).toEqual([
    ['a', 10],
    ['b', 34],
    ['c', 58],
  ])
})

it('counts a fourth name of one line at the third', () => {
  expect(told(['a', 'b', 'c', 'd', 'e'].map((what) => wish(what, 5)))).toEqual([
    ['a', 5],
    ['b', 29],
    ['c', 53, 'd', 'e'],
  ])
})

it('counts names that would leave the column', () => {
  expect(told([wish('a', 70), wish('b', 70)], 100)).toEqual([['a', 70, 'b']])
})

it('keeps the first name inside the column', () => {
  expect(told([wish('a', 20)], 37)).toEqual([['a', 13]])
})

it('lets a name without a bracket give way, unless its line is free', () => {
  expect(told([wish('a', 0), wish('b', 10, { room: false })])).toEqual([['a', 0, 'b']])
  expect(told([wish('a', 0), wish('b', 50, { room: false })])).toEqual([
    ['a', 0],
    ['b', 50],
  ])
})

it('shows the lit name in the place of the last one that has room', () => {
  const wishes = ['a', 'b', 'c', 'd', 'e'].map((what) => wish(what, 0, { lit: what === 'e' }))
  expect(told(wishes)).toEqual([
    ['a', 0],
    ['b', 24],
    ['e', 48, 'd', 'c'],
  ])
})
