import { describe, expect, it } from 'vitest'
import type { Memo } from '../api/names'
import { arranged, askedOf, filterOf } from './asked'

const memo = (title: string, day: number, more: Partial<Memo> = {}): Memo => ({
  id: title,
  title,
  body: '',
  kind: 'analytic',
  author: 'ann',
  target: 'p',
  targetKind: 'project',
  linked: [],
  createdAt: `2026-11-0${day}T10:00:00Z`,
  updatedAt: `2026-11-1${9 - day}T10:00:00Z`,
  version: 1,
  ...more,
})
const titles = (memos: readonly Memo[]) => memos.map(({ title }) => title).join(' ')

describe('what the memos page is asked for', () => {
  it('takes from an address what it knows, and nothing else', () => {
    const asked = askedOf({
      q: 'bank',
      kind: 'analytic',
      code: ['a', 'b'],
      order: 'size',
      group: 'author',
      colour: 'red',
    })
    expect(asked).toEqual({ q: 'bank', kind: ['analytic'], code: ['a', 'b'], group: 'author' })
    expect(filterOf(asked)).toEqual({ q: 'bank', kind: ['analytic'], code: ['a', 'b'] })
    expect(filterOf(askedOf({ q: ' ', group: 'kind' }))).toEqual({})
  })

  it('orders memos by when they were written or changed, or by title', () => {
    const list = [memo('b', 1), memo('a', 2), memo('c', 3)]
    const inOrder = (order?: 'newest' | 'recent' | 'oldest' | 'title') =>
      arranged(list, { order }).map(({ memos }) => titles(memos))
    expect(inOrder()).toEqual(['c a b'])
    expect(inOrder('recent')).toEqual(['b a c'])
    expect(inOrder('oldest')).toEqual(['b a c'])
    expect(inOrder('title')).toEqual(['a b c'])
    expect(arranged([], {})).toEqual([])
  })

  it('groups them, in the order of the values where that is given', () => {
    const list = [memo('a', 1), memo('b', 2, { kind: 'reflexive' }), memo('c', 3)]
    const groups = arranged(list, { group: 'kind' }, ['reflexive', 'methodological', 'analytic'])
    expect(groups.map(({ of, memos }) => `${of}: ${titles(memos)}`)).toEqual(['reflexive: b', 'analytic: c a'])
  })
})
