import { expect, test } from 'vitest'
import type { RowCoding } from '../api/names'
import { commonCode, passagesIn } from './picking'

const coding = (id: string, passage: string, code: string) => ({ id, passage, code }) as RowCoding

const list = [
  coding('1', 'p', 'banks'),
  coding('2', 'p', 'wages'),
  coding('3', 'q', 'wages'),
  coding('4', 'r', 'banks'),
]
const [one, two, three, four] = list as [RowCoding, RowCoding, RowCoding, RowCoding]

test('passages are in the order of the list, each once, without those that left it', () => {
  expect(passagesIn(list, [four, two, one])).toEqual(['p', 'r'])
  expect(passagesIn(list, [three, coding('5', 's', 'wages')])).toEqual(['q'])
})

test('the common code is the one that every passage has', () => {
  expect(commonCode([one, two, three])).toBe('wages')
  expect(commonCode([one, four])).toBe('banks')
  expect(commonCode([three, four])).toBeUndefined()
  expect(commonCode([])).toBeUndefined()
})
