import { expect, test } from 'vitest'
import { Codebook } from './codebook'
import { codesIn, written } from './fixture'
import { type Direction, mergeable, movesBy, movesTo, topmost } from './moves'
import { after } from './steps'

const tree = 'capitals(human(skill trust) social) themes(barriers growth brexit)'
const book = new Codebook(codesIn(tree))
const by = (direction: Direction, ...ids: string[]) => written(after(book, movesBy(book, ids, direction)))
const to = (parent: string, position: number, ...ids: string[]) =>
  written(after(book, movesTo(book, ids, { parent, position })))

test('a code goes up and down as far as it has siblings', () => {
  expect(by('up', 'social')).toBe('capitals(social human(skill trust)) themes(barriers growth brexit)')
  expect(by('down', 'human')).toBe('capitals(social human(skill trust)) themes(barriers growth brexit)')
  expect(movesBy(book, ['human'], 'up')).toEqual([])
  expect(movesBy(book, ['social'], 'down')).toEqual([])
})

test('a code goes in under the one before it, after those that are there', () => {
  expect(by('in', 'social')).toBe('capitals(human(skill trust social)) themes(barriers growth brexit)')
  expect(movesBy(book, ['skill'], 'in')).toEqual([])
})

test('a code comes out beside its parent, down to the top', () => {
  expect(by('out', 'skill')).toBe('capitals(human(trust) skill social) themes(barriers growth brexit)')
  expect(by('out', 'human')).toBe('capitals(social) human(skill trust) themes(barriers growth brexit)')
  expect(movesBy(book, ['themes'], 'out')).toEqual([])
})

test('several move together and keep their order', () => {
  expect(by('up', 'brexit', 'growth')).toBe('capitals(human(skill trust) social) themes(growth brexit barriers)')
  expect(by('in', 'brexit', 'growth')).toBe('capitals(human(skill trust) social) themes(barriers(growth brexit))')
  expect(by('out', 'trust', 'skill')).toBe('capitals(human skill trust social) themes(barriers growth brexit)')
})

test('those at the top stay while others go up', () => {
  expect(by('up', 'barriers', 'brexit')).toBe('capitals(human(skill trust) social) themes(barriers brexit growth)')
  expect(by('up', 'barriers', 'growth')).toBe(tree)
})

test('several from different places come to one place', () => {
  expect(to('themes', 1, 'skill', 'brexit', 'social')).toBe(
    'capitals(human(trust)) themes(barriers skill social brexit growth)',
  )
  expect(to('themes', 1, 'barriers', 'growth')).toBe(
    'capitals(human(skill trust) social) themes(brexit barriers growth)',
  )
})

test('a code that stands under another chosen one goes along with it', () => {
  expect(topmost(book, ['skill', 'human', 'growth']).map(({ id }) => id)).toEqual(['human', 'growth'])
  expect(to('', 0, 'skill', 'human')).toBe('human(skill trust) capitals(social) themes(barriers growth brexit)')
})

test('nothing moves when one of them would stand under itself', () => {
  expect(movesTo(book, ['growth', 'capitals'], { parent: 'skill', position: 0 })).toEqual([])
})

test('a code that stands there already takes no step', () => {
  expect(movesTo(book, ['growth'], { parent: 'themes', position: 1 })).toEqual([])
})

test('codes are never merged into a heading, into themselves or into what stands under them', () => {
  const headed = new Codebook(codesIn(tree).map((code) => (code.parent ? code : { ...code, codable: false })))
  expect(mergeable(headed, ['human', 'growth']).map((node) => node.code.id)).toEqual(['social', 'barriers', 'brexit'])
})

test('whatever moves, no code is lost and none stands under itself', () => {
  const ids = book.codes.map(({ id }) => id)
  let now = book
  for (let i = 0; i < 400; i++) {
    const chosen = ids.filter((_, at) => (i * 7 + at * 13) % 5 === 0)
    const direction = (['up', 'in', 'out', 'down', 'in'] as const)[i % 5] as Direction
    now = after(now, movesBy(now, chosen, direction))
    expect(
      now
        .walk()
        .map(({ code }) => code.id)
        .sort(),
    ).toEqual([...ids].sort())
  }
})
