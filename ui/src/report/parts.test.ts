import { expect, test } from 'vitest'
import type { ReportPart } from '../api/names'
import { changed, moved } from './parts'

const parts: ReportPart[] = ['a', 'b', 'c'].map((id) => ({ id, kind: 'text' }))
const order = (list: readonly ReportPart[]) => list.map(({ id }) => id).join('')

test('a part is moved to a place among the others, and no further than the ends', () => {
  expect(order(moved(parts, 'a', 2))).toBe('bca')
  expect(order(moved(parts, 'c', 0))).toBe('cab')
  expect(order(moved(parts, 'b', 9))).toBe('acb')
  expect(order(moved(parts, 'b', -1))).toBe('bac')
})

test('a part that is gone moves nothing', () => {
  expect(order(moved(parts, 'x', 0))).toBe('abc')
})

test('one part is changed, and what is taken away is gone', () => {
  const after = changed(changed(parts, 'b', { heading: 'B', group: 'code' }), 'b', { group: undefined })
  expect(after[1]).toEqual({ id: 'b', kind: 'text', heading: 'B', group: undefined })
  expect(after[0]).toBe(parts[0])
})
