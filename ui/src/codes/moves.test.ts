import { expect, test } from 'vitest'
import type { Code } from '../api/names'
import { Codebook } from '../codebook/codebook'
import { mergeable, placeOf } from './moves'

const code = (id: string, parent?: string, position = 0, codable = true) =>
  ({ id, parent, position, name: id, codable }) as Code

const book = new Codebook([
  code('capitals', undefined, 0, false),
  code('human', 'capitals', 0),
  code('social', 'capitals', 1),
  code('skill', 'human'),
  code('themes', undefined, 1),
])
const go = (id: string, direction: 'up' | 'down' | 'in' | 'out') => placeOf(book, book.get(id) as Code, direction)

test('a code goes up and down as far as it has siblings', () => {
  expect(go('social', 'up')).toEqual({ position: 0 })
  expect(go('human', 'down')).toEqual({ position: 1 })
  expect(go('human', 'up')).toBeUndefined()
  expect(go('social', 'down')).toBeUndefined()
})

test('a code goes in under the one before it, after those that are there', () => {
  expect(go('social', 'in')).toEqual({ parent: 'human', position: 1 })
  expect(go('skill', 'in')).toBeUndefined()
})

test('a code comes out beside its parent', () => {
  expect(go('skill', 'out')).toEqual({ parent: 'capitals', position: 1 })
  expect(go('human', 'out')).toEqual({ parent: '', position: 1 })
  expect(go('themes', 'out')).toBeUndefined()
})

test('a code is never merged into a heading or into what stands under it', () => {
  expect(mergeable(book, book.get('human') as Code).map((node) => node.code.id)).toEqual(['social', 'themes'])
})
