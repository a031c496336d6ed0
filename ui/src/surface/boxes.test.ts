import { expect, it } from 'vitest'
import { filled, holds, joined, under } from './boxes'

const box = (left: number, right: number, bottom = 20) => ({ left, right, top: bottom - 20, bottom })

it('joins boxes that meet on a line', () => {
  expect(joined([box(50, 80), box(0, 50)], 1)).toEqual([box(0, 80)])
  expect(joined([box(0, 50), box(10, 20)], 1)).toEqual([box(0, 50)])
})

it('keeps boxes apart that are far from one another, or on different lines', () => {
  expect(joined([box(0, 50), box(60, 80)], 6)).toHaveLength(2)
  expect(joined([box(0, 50), box(0, 50, 49)], 6)).toHaveLength(2)
})

it('bridges the space between two codings when asked to', () => {
  expect(joined([box(0, 50), box(55, 80)], 6)).toEqual([box(0, 80)])
})

it('fills 2 px beyond the words', () => {
  expect(filled([box(10, 30)])).toBe('M10 1h20q2 0 2 2v15q0 2-2 2h-20q-2 0-2-2v-15q0-2 2-2z')
})

it('draws each level of underlines 3 px below the one before', () => {
  expect([0, 1, 2].map((level) => under([box(10, 30)], level))).toEqual(['M10 19.5H30', 'M10 22.5H30', 'M10 25.5H30'])
})

it('finds a point in the leading between two lines', () => {
  expect(holds([box(0, 50)], 25, 23)).toBe(true)
  expect(holds([box(0, 50)], 25, 30)).toBe(false)
  expect(holds([box(0, 50)], 51, 10)).toBe(false)
})
