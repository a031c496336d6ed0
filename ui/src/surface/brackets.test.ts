import { expect, it } from 'vitest'
import { bracketAt, bracketsOf, namesBeside } from './brackets'
import { coding } from './fixture'

const part = (lane: number, first: boolean, last: boolean) => ({
  thread: { coding: coding(`in lane ${lane}`, 0, 10), lane },
  start: 0,
  end: 10,
  first,
  last,
  level: 0,
  boxes: [
    { left: 0, right: 100, top: 4, bottom: 25 },
    { left: 0, right: 40, top: 33, bottom: 54 },
  ],
})
const rowOf = (...parts: ReturnType<typeof part>[]) => ({
  top: 0,
  height: 66,
  parts,
  tint: [],
  marks: new Map(),
  notes: [],
})

it('begins names behind lanes in threes', () => {
  expect([0, 1, 3, 4, 6].map(namesBeside)).toEqual([32, 32, 32, 53, 53])
})

it('runs a bracket from the first line of its coding to the last', () => {
  const [bracket] = bracketsOf(rowOf(part(1, true, true)), 3)
  expect(bracket).toMatchObject({ x: 13.5, top: 8, bottom: 52 })
})

it('runs a bracket through a whole row, gap included, where its coding goes on', () => {
  const [bracket] = bracketsOf(rowOf(part(0, false, false)), 3)
  expect(bracket).toMatchObject({ top: 0, bottom: 66 })
})

it('draws no bracket in a lane that has no room', () => {
  expect(bracketsOf(rowOf(part(3, true, true)), 3)).toEqual([])
})

it('finds the bracket under a point', () => {
  const brackets = bracketsOf(rowOf(part(0, true, true), part(2, true, true)), 3)
  expect(bracketAt(brackets, 20, 30)?.part.thread.lane).toBe(2)
  expect(bracketAt(brackets, 13.5, 30)).toBeUndefined()
  expect(bracketAt(brackets, 6, 60)).toBeUndefined()
})

it('gives a finger the nearest bracket within its reach', () => {
  const brackets = bracketsOf(rowOf(part(0, true, true), part(2, true, true)), 3)
  expect(bracketAt(brackets, 12, 30, 12)?.part.thread.lane).toBe(0)
  expect(bracketAt(brackets, 31, 30, 12)?.part.thread.lane).toBe(2)
  expect(bracketAt(brackets, 34, 30, 12)).toBeUndefined()
})
