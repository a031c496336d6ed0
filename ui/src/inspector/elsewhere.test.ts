import { expect, it } from 'vitest'
import type { Excerpt } from '../api/names'
import { placesOf } from './elsewhere'

const excerpt = (coding: string, source: string, code = 'trust') =>
  ({ coding, source, code, title: `The ${source}` }) as Excerpt

it('tells where else a code is used, and with which coding it begins there', () => {
  const list = [excerpt('1', 'first'), excerpt('2', 'here'), excerpt('3', 'second', 'under it'), excerpt('4', 'first')]
  expect(placesOf(list, 'trust', 'here')).toEqual([{ source: 'first', title: 'The first', first: '1', codings: 2 }])
})
