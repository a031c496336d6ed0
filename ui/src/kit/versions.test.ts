import { describe, expect, it } from 'vitest'
import { Refusal, Unreachable } from '../api/refusal'
import { chosen, contested, currentOf, differing } from './versions'

const seen = { id: 'k', version: 3, name: 'Trust', definition: 'Relying on someone', color: 'madder' }
const fields = [
  { field: 'name', label: 'Name' },
  { field: 'definition', label: 'Definition', prose: true },
  { field: 'color', label: 'Colour', shown: (value: unknown) => `the dye ${value}` },
] as const

describe('a change that came too late', () => {
  it('carries the present state, and nothing else does', () => {
    expect(currentOf(new Refusal(409, 'Someone changed this code meanwhile.', {}, seen))).toBe(seen)
    expect(currentOf(new Refusal(422, 'No.', {}, seen))).toBeUndefined()
    expect(currentOf(new Unreachable())).toBeUndefined()
  })

  it('is contested only where both changed a field to something different', () => {
    const theirs = { ...seen, version: 4, definition: 'Counting on a person', color: 'woad' }
    expect(contested(seen, { name: 'Faith' }, theirs, fields)).toEqual([])
    expect(contested(seen, { definition: 'Counting on a person' }, theirs, fields)).toEqual([])
    expect(contested(seen, { name: 'Faith', definition: 'Leaning on', color: 'weld' }, theirs, fields)).toEqual([
      { field: 'definition', label: 'Definition', prose: true, mine: 'Leaning on', theirs: 'Counting on a person' },
      { field: 'color', label: 'Colour', prose: false, mine: 'the dye weld', theirs: 'the dye woad' },
    ])
  })

  it('is saved as it was chosen: mine, theirs, or both texts one after the other', () => {
    const mine = { name: 'Faith', definition: 'Leaning on' }
    expect(chosen(mine, seen, {})).toEqual(mine)
    expect(chosen(mine, seen, { name: 'theirs', definition: 'both' })).toEqual({
      definition: 'Relying on someone\n\nLeaning on',
    })
    expect(chosen(mine, seen, { name: 'theirs', definition: 'theirs' })).toEqual({})
  })
})

describe('two versions', () => {
  it('show where they differ, word by word', () => {
    expect(differing('Relying on a friend at work', 'Relying on a stranger at work')).toEqual([
      'Relying on a ',
      'friend',
      ' at work',
    ])
    expect(differing('all new', '')).toEqual(['', 'all new', ''])
    expect(differing('the same', 'the same')).toEqual(['the same', '', ''])
    expect(differing('a a', 'a a a').join('')).toBe('a a')
  })
})
