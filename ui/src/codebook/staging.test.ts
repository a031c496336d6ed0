import { expect, test } from 'vitest'
import { Codebook } from './codebook'
import { codesIn, written } from './fixture'
import { clashes, type Draft, emptyDraft, keepMine, marks, play, stage, takeTheirs, unstage } from './staging'
import type { Step } from './steps'

const book = new Codebook(codesIn('a(b(c) d) e'))
const draftOf = (...gestures: Step[][]): Draft =>
  gestures.reduce((draft, steps) => stage(draft, book, steps), emptyDraft)
const changed = (id: string, change: object) =>
  new Codebook(book.codes.map((code) => (code.id === id ? { ...code, ...change } : code)))

test('a draft shows the codebook as it will be and leaves the real one alone', () => {
  const draft = draftOf([{ code: 'd', parent: '', position: 0 }], [{ code: 'b', mergeInto: 'e' }])
  expect(written(play(book, draft).book)).toBe('d a e(c)')
  expect(written(book)).toBe('a(b(c) d) e')
})

test('each gesture can be dropped, and the others stay', () => {
  const draft = draftOf([{ code: 'd', parent: '', position: 0 }], [{ code: 'b', mergeInto: 'e' }])
  expect(written(play(book, unstage(draft, 1)).book)).toBe('a(d) e(c)')
  expect(Object.keys(unstage(draft, 1).seen)).toEqual(['b'])
})

test('a gesture that needs a dropped one is stuck, and its steps are not sent', () => {
  const draft = draftOf([{ code: 'b', parent: '' }], [{ code: 'a', parent: 'b' }])
  expect(written(play(book, draft).book)).toBe('e b(c a(d))')
  const without = play(book, unstage(draft, 1))
  expect([...without.stuck]).toEqual([[2, 'cycle']])
  expect(without.steps).toEqual([])
  expect(written(without.book)).toBe(written(book))
})

test('a new code is in the draft as any other: others come under it, and without it they are stuck', () => {
  const draft = draftOf([{ code: 'n', create: true, name: 'New', parent: 'a' }], [{ code: 'e', parent: 'n' }])
  const played = play(book, draft)
  expect(written(played.book)).toBe('a(b(c) d n(e))')
  expect(marks(book, played).get('n')).toEqual({ created: true })
  expect(played.steps).toHaveLength(2)
  expect([...play(book, unstage(draft, 1)).stuck]).toEqual([[2, 'gone']])
})

test('a new code needs a name that is free at its place', () => {
  const played = play(book, draftOf([{ code: 'n', create: true, name: 'B', parent: 'a' }]))
  expect([...played.stuck]).toEqual([[1, 'name']])
})

test('a gesture is made whole or not at all', () => {
  const played = play(
    book,
    draftOf([
      { code: 'e', name: 'Else' },
      { code: 'gone', name: 'x' },
    ]),
  )
  expect(played.stuck.get(1)).toBe('gone')
  expect(played.book.get('e')?.name).toBe('e')
})

test('what someone else changed meanwhile clashes only where the draft changes it too', () => {
  const draft = draftOf([{ code: 'e', name: 'Else' }])
  expect(clashes(book, draft)).toEqual([])
  expect(clashes(changed('e', { color: 'woad' }), draft)).toEqual([])
  expect(clashes(changed('e', { name: 'Else' }), draft)).toEqual([])
  expect(clashes(changed('e', { name: 'Elsewhere' }), draft)).toMatchObject([{ field: 'name', mine: 'Else' }])
})

test('a clash is settled for mine', () => {
  const now = changed('e', { name: 'Elsewhere' })
  const draft = draftOf([{ code: 'e', name: 'Else' }])
  const settled = keepMine(draft, clashes(now, draft)[0] as never)
  expect(clashes(now, settled)).toEqual([])
  expect(play(now, settled).book.get('e')?.name).toBe('Else')
})

test('a clash is settled for theirs, and what else the gesture does stays', () => {
  const now = changed('e', { name: 'Elsewhere' })
  const draft = draftOf([{ code: 'e', name: 'Else', color: 'moss' }], [{ code: 'd', color: 'moss' }])
  const settled = takeTheirs(draft, clashes(now, draft)[0] as never)
  expect(play(now, settled).book.get('e')).toMatchObject({ name: 'Elsewhere', color: 'moss' })
  expect(settled.items).toHaveLength(2)
  const only = draftOf([{ code: 'e', name: 'Else' }])
  expect(takeTheirs(only, clashes(now, only)[0] as never)).toEqual(emptyDraft)
})

test('marks say what becomes different about each code', () => {
  const draft = draftOf(
    [{ code: 'e', name: 'Else' }],
    [{ code: 'd', parent: '', position: 0 }],
    [{ code: 'c', mergeInto: 'e' }],
    [{ code: 'b', mergeInto: 'e' }],
  )
  expect([...marks(book, play(book, draft))]).toEqual([
    ['e', { name: true, merged: 2 }],
    ['d', { place: true }],
  ])
})
