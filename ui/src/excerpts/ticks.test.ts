import { expect, test } from 'vitest'
import type { Code } from '../api/names'
import { Codebook } from '../codebook/codebook'
import { ticked, tickOf } from './ticks'

const code = (id: string, parent?: string, position = 0) => ({ id, parent, position, name: id }) as Code

const book = new Codebook([
  code('capitals'),
  code('human', 'capitals', 0),
  code('social', 'capitals', 1),
  code('skill', 'human', 0),
  code('nerve', 'human', 1),
  code('themes', undefined, 1),
])

test('a chosen code stands for all under it', () => {
  expect(tickOf(book, ['human'], 'skill')).toBe('all')
  expect(tickOf(book, ['human'], 'capitals')).toBe('some')
  expect(tickOf(book, ['human'], 'social')).toBe('none')
})

test('ticking a code takes those under it into itself', () => {
  expect(ticked(book, ['skill', 'themes'], 'capitals')).toEqual(['themes', 'capitals'])
})

test('unticking one under a chosen code leaves the others', () => {
  expect(ticked(book, ['capitals'], 'skill')).toEqual(['social', 'nerve'])
  expect(ticked(book, ['human', 'themes'], 'human')).toEqual(['themes'])
})

test('a code that stands alone leaves those under it as they are', () => {
  expect(tickOf(book, ['human'], 'skill', true)).toBe('none')
  expect(ticked(book, ['human'], 'skill', true)).toEqual(['human', 'skill'])
  expect(ticked(book, ['human', 'skill'], 'human', true)).toEqual(['skill'])
})
