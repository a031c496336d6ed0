import { expect, it } from 'vitest'
import { Positions } from '../surface'
import { samePlace } from './samePlace'

const content = (text: string) => ({ revision: 1, text, positions: new Positions(text), turns: [] })
const before = content('One 👩‍🏭 loom. Two looms.')

it('is where it was before the first difference', () => {
  expect(samePlace(3, before, content('One 👩‍🏭 loom. Two mills.'))).toBe(3)
})

it('is as far from the end after it, in code points', () => {
  const after = content('Well, one 👩‍🏭 single loom. Two looms.')
  const place = [...'One 👩‍🏭 loom. '].length
  expect([...after.text].slice(samePlace(place, before, after)).join('')).toBe('Two looms.')
})

it('is never before the difference', () => {
  expect(samePlace(14, before, content('One'))).toBe(3)
})
