import { describe, expect, it } from 'vitest'
import type { Bookmark } from '../api/names'
import { bookmarkAfter, bookmarkIn } from './bookmarks'

const at = (position: number) => ({ id: `at ${position}`, position, name: '' }) as Bookmark
const list = [at(0), at(40), at(90)]

describe('bookmarks', () => {
  it('belong to the turn that holds their place', () => {
    expect(bookmarkIn(list, { start: 30, end: 41 })).toBe(list[1])
    expect(bookmarkIn(list, { start: 30, end: 40 })).toBeUndefined()
  })

  it('can stand in a turn without words', () => {
    expect(bookmarkIn(list, { start: 40, end: 40 })).toBe(list[1])
  })

  it('are gone through in the order of the text, round and round', () => {
    expect(bookmarkAfter(list, 0)).toBe(list[1])
    expect(bookmarkAfter(list, 90)).toBe(list[0])
    expect(bookmarkAfter([], 5)).toBeUndefined()
  })
})
