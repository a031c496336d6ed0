import { expect, it } from 'vitest'
import type { Link } from '../api/names'
import { mergedLinks } from './links'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id): Link => ({ kind: 'code', id })) as [Link, Link, Link, Link]

it('links of two people who changed them at once are brought together', () => {
  expect(mergedLinks([a, b], [b, c], [a, b, d])).toEqual([b, d, c])
  expect(mergedLinks([a], [a], [])).toEqual([])
})
