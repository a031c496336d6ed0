import { expect, test } from 'vitest'
import type { Excerpt } from '../api/names'
import { Codebook } from '../codebook/codebook'
import { codesIn } from '../codebook/fixture'
import { besides, meant, recoded, shownRows, tick } from './rows'
import { targetOf, targetsOf } from './targets'

const row = (coding: string, code: string, text = '') => ({ coding, code, text, title: 'Ruth' }) as Excerpt
const list = [row('1', 'growth', 'The rent.'), row('2', 'costs', 'The rain.'), row('3', 'growth', 'The café.')]
const ids = (rows: Iterable<Excerpt>) => [...rows].map(({ coding }) => coding)

test('what no code under it has yet is not yet placed', () => {
  expect(ids(shownRows(list, 'growth', { unplaced: true, words: '' }))).toEqual(['1', '3'])
  expect(ids(shownRows(list, 'growth', { unplaced: false, words: '' }))).toEqual(['1', '2', '3'])
})

test('what else is on the same words is told, whoever coded it', () => {
  const both = { ...row('1', 'growth'), codings: [{ code: 'growth' }, { code: 'costs' }], others: ['trust', 'costs'] }
  expect(besides(both as Excerpt, 'growth')).toEqual(['costs', 'trust'])
  expect(besides({ ...both, code: 'costs' } as Excerpt, 'growth')).toEqual(['trust'])
  expect(besides(row('2', 'growth'), 'growth')).toEqual([])
})

test('words narrow the passages, whatever their case and accents', () => {
  expect(ids(shownRows(list, 'growth', { unplaced: false, words: 'CAFE' }))).toEqual(['3'])
  expect(shownRows(list, 'growth', { unplaced: true, words: 'rain' })).toEqual([])
})

test('a key is about the ticked passages when it is pressed on one of them, else about the one it is pressed on', () => {
  expect(ids(meant(list, new Set(['1', '2']), list[0]))).toEqual(['1', '2'])
  expect(ids(meant(list, new Set(['1', '2']), list[2]))).toEqual(['3'])
})

test('ticks go on and off, and with Shift from the last one', () => {
  const one = tick(list, new Set(), 0, undefined)
  expect([...one]).toEqual(['1'])
  expect([...tick(list, one, 2, 0)]).toEqual(['1', '2', '3'])
  expect([...tick(list, one, 0, undefined)]).toEqual([])
})

test('a passage that is given away is with its new code at once', () => {
  expect(recoded(list, ['1'], 'costs').map(({ code }) => code)).toEqual(['costs', 'costs', 'growth'])
})

test('the codes under it have the figures in order, others follow, headings are none', () => {
  const book = new Codebook(
    codesIn('growth(costs weather head) trust').map((code) => ({ ...code, codable: code.id !== 'head' })),
  )
  const targets = targetsOf(book, 'growth', ['trust', 'gone'])
  expect(targets.map(({ code, key }) => `${key} ${code.id}`)).toEqual(['1 costs', '2 weather', '3 trust'])
  expect(targetOf(targets, 'growth', '2')).toBe('weather')
  expect(targetOf(targets, 'growth', '0')).toBe('growth')
  expect(targetOf(targets, 'growth', '7')).toBeUndefined()
})
