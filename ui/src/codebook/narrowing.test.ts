import { expect, test } from 'vitest'
import { Codebook } from './codebook'
import { code, codesIn } from './fixture'
import { narrowed } from './narrowing'

const book = new Codebook(codesIn('capitals(human(delegate lead) social) themes(ceiling)'))

test('a filter leaves what matches and everything above it', () => {
  expect(narrowed(book, '  DELEG', 'all')).toEqual(new Set(['delegate', 'human', 'capitals']))
  expect(narrowed(book, 'nothing like it', 'all')).toEqual(new Set())
  expect(narrowed(book, ' ', 'all')).toBeNull()
})

test('unused codes are those without codings of their own; headings are none', () => {
  const some = new Codebook([
    code('head', undefined, 0, { codable: false, own: 0 }),
    code('used', 'head', 0),
    code('unused', 'head', 1, { own: 0 }),
  ])
  expect(narrowed(some, '', 'unused')).toEqual(new Set(['unused', 'head']))
  expect(narrowed(some, 'use', 'unused')).toEqual(new Set(['unused', 'head']))
  expect(narrowed(book, '', 'unused')).toEqual(new Set())
})

test('the most used are ten, and all that were used as often as the tenth', () => {
  const many = Array.from({ length: 14 }, (_, i) => code(`c${i}`, undefined, i, { own: Math.max(6, 14 - i) }))
  expect(narrowed(new Codebook(many), '', 'most')?.size).toBe(14)
  const fewer = many.map((one, i) => ({ ...one, own: 14 - i }))
  expect(narrowed(new Codebook(fewer), '', 'most')?.size).toBe(10)
  expect(narrowed(new Codebook([code('a', undefined, 0, { own: 0 })]), '', 'most')).toEqual(new Set())
})
