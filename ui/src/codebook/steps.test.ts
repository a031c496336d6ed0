import { expect, test } from 'vitest'
import { Codebook } from './codebook'
import { codesIn, written } from './fixture'
import { after, refusal } from './steps'

const book = new Codebook(codesIn('a(b(c) d) e'))

test('a merged code gives its codings and the codes under it, and goes', () => {
  const then = after(book, [{ code: 'b', mergeInto: 'e' }])
  expect(written(then)).toBe('a(d) e(c)')
  expect([then.get('e')?.own, then.get('e')?.all, then.get('a')?.all]).toEqual([2, 3, 2])
})

test('a removed code goes with all under it, and the numbers above it shrink', () => {
  const then = after(book, [{ code: 'b', remove: true }])
  expect(written(then)).toBe('a(d) e')
  expect(then.get('a')?.all).toBe(2)
})

test('a new name and colour leave the code where it is', () => {
  const then = after(book, [{ code: 'b', name: 'Bees', color: 'woad' }])
  expect(written(then)).toBe('a(b(c) d) e')
  expect(then.get('b')).toMatchObject({ name: 'Bees', color: 'woad', position: 0, parent: 'a' })
})

test('a code with a new parent and no position comes last', () => {
  expect(written(after(book, [{ code: 'e', parent: 'a' }]))).toBe('a(b(c) d e)')
})

test('steps follow each other, and those that can’t be made are passed over', () => {
  expect(
    written(
      after(book, [
        { code: 'd', parent: '' },
        { code: 'a', parent: 'c' },
        { code: 'a', parent: 'd' },
      ]),
    ),
  ).toBe('e d(a(b(c)))')
})

test('says why a step can’t be made', () => {
  const headed = new Codebook(codesIn('a(b(c) d) e').map((code) => ({ ...code, codable: code.id !== 'e' })))
  expect(refusal(book, { code: 'gone', name: 'x' })).toBe('gone')
  expect(refusal(book, { code: 'e', parent: 'gone' })).toBe('gone')
  expect(refusal(book, { code: 'a', parent: 'c' })).toBe('cycle')
  expect(refusal(book, { code: 'a', mergeInto: 'c' })).toBe('cycle')
  expect(refusal(book, { code: 'd', name: 'B' })).toBe('name')
  expect(refusal(headed, { code: 'd', mergeInto: 'e' })).toBe('heading')
  expect(refusal(book, { code: 'd', parent: '' })).toBeUndefined()
})
