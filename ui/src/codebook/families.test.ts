import { expect, test } from 'vitest'
import { Codebook } from './codebook'
import { family, recolouring } from './families'
import { codesIn } from './fixture'
import { after } from './steps'

test('a dye of a capital goes with the other of its pair, a theme’s with its own open thread', () => {
  expect(family('annatto')).toEqual(['annatto', 'madder', 'annatto/open', 'madder/open'])
  expect(family('moss/open')).toEqual(['moss', 'verdigris', 'moss/open', 'verdigris/open'])
  expect(family('logwood')).toEqual(['logwood', 'logwood/open'])
  expect(family('#123456')).toEqual(['#123456'])
})

test('a recoloured branch takes the family, and siblings differ', () => {
  const book = new Codebook(codesIn('human(skill trust drive) social'))
  const then = after(book, recolouring(book, ['human'], 'woad'))
  const colors = ['human', 'skill', 'trust', 'drive', 'social'].map((id) => then.get(id)?.color)
  expect(colors).toEqual(['woad', 'indigo', 'woad/open', 'indigo/open', 'madder'])
})

test('a colour that a code has already takes no step', () => {
  const book = new Codebook(codesIn('human'))
  expect(recolouring(book, ['human'], 'madder')).toEqual([])
})

test('a code chosen with the one above it gets what was chosen', () => {
  const book = new Codebook(codesIn('human(skill)'))
  const then = after(book, recolouring(book, ['human', 'skill'], 'woad'))
  expect(then.get('skill')?.color).toBe('woad')
})
