import { describe, expect, it } from 'vitest'
import { codedShown, wordsShown } from './asked'

describe('an address of a picture', () => {
  it('is read as it was written', () => {
    expect(
      wordsShown({
        strand: 's',
        where: ['Sector=Food', 'Staff>=9'],
        search: 'x',
        coder: 'c',
        least: '5',
        limit: '100',
        moderators: 'true',
        all: 'true',
      }),
    ).toEqual({
      strand: ['s'],
      where: ['Sector=Food', 'Staff>=9'],
      search: ['x'],
      least: '5',
      limit: '100',
      moderators: 'true',
      all: 'true',
    })
    expect(codedShown({ strand: 's', coder: 'c' })).toEqual({ coder: 'c' })
  })

  it('loses what can’t be meant', () => {
    expect(wordsShown({ strand: '', least: '0', limit: '1001', moderators: 'yes', all: true })).toEqual({})
  })
})
