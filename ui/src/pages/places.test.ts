import { expect, test } from 'vitest'
import type { PageWord } from '../api/names'
import { around, at, bandsOf, nearest, pageOf } from './places'

const word = (start: number, end: number, left: number, top: number): PageWord => ({
  start,
  end,
  left,
  top,
  right: left + 30,
  bottom: top + 10,
})
const words = [word(0, 4, 70, 100), word(5, 9, 104, 100), word(10, 14, 70, 114), word(15, 19, 300, 114)]

test('a range is one band a line, and none across a gap', () => {
  expect(bandsOf(words, { start: 2, end: 12 })).toEqual([
    { left: 70, top: 100, right: 134, bottom: 110 },
    { left: 70, top: 114, right: 100, bottom: 124 },
  ])
  expect(bandsOf(words, { start: 10, end: 19 })).toHaveLength(2)
  expect(bandsOf(words, { start: 4, end: 5 })).toEqual([])
})

test('the nearest word is one of the line that is pointed at', () => {
  expect(nearest(words, 500, 104)?.start).toBe(5)
  expect(nearest(words, 0, 400)?.start).toBe(10)
  expect(nearest([], 0, 0)).toBeUndefined()
  expect(at(words, 80, 105)?.start).toBe(0)
  expect(at(words, 102, 105)).toBeUndefined()
  expect(around(word(5, 9, 0, 0), word(0, 4, 0, 0))).toEqual({ start: 0, end: 9 })
})

test('the page of a position is found also where pages have no text', async () => {
  const pages = [[word(0, 4, 0, 0)], [], [word(10, 14, 0, 0)], [], [word(20, 24, 0, 0)]]
  const find = (position: number) => pageOf(position, pages.length, async (page) => pages[page] ?? [])
  expect(await Promise.all([0, 9, 10, 19, 20, 99].map(find))).toEqual([0, 0, 2, 2, 4, 4])
})
