import { describe, expect, it } from 'vitest'
import type { Link } from '../api/names'
import { chosenLinks, keyOf, linkIn, sameLinks } from './links'

const [a, b, c] = ['a', 'b', 'c'].map((id): Link => ({ kind: 'code', id })) as [Link, Link, Link]

describe('links', () => {
  it('are written in one word and read again', () => {
    expect(linkIn(keyOf(a))).toEqual(a)
  })

  it('that the text mentions are not among those that were chosen', () => {
    const id = '01900000-0000-7000-8000-000000000001'
    const said: Link = { kind: 'code', id }
    expect(chosenLinks({ body: `See [it](code:${id})`, links: [a, said] })).toEqual([a])
  })

  it('are the same in whatever order', () => {
    expect(sameLinks([a, b], [b, a])).toBe(true)
    expect(sameLinks([a], [a, b])).toBe(false)
    expect(sameLinks([a, c], [a, b])).toBe(false)
  })
})
