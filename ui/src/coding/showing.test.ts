import { describe, expect, it } from 'vitest'
import type { Code } from '../api/names'
import { Codebook } from '../codebook/codebook'
import { coding } from '../surface/fixture'
import { codesShown, filterOf, from, isNarrowed, type Showing, showingIn } from './showing'

const code = (id: string, parent = '') => ({ id, parent, name: id, position: 0 }) as Code
const book = new Codebook([code('capital'), code('trust', 'capital'), code('brexit')])
const codings = [
  coding('mine', 0, 9, { coder: 'me', code: 'trust', at: '2026-05-12T10:00:00Z' }),
  coding('hers', 0, 9, { coder: 'ruth', code: 'trust', at: '2026-05-12T11:30:00Z' }),
  coding('other', 0, 9, { coder: 'ruth', code: 'brexit', at: '2026-05-10T10:00:00Z' }),
]
const now = new Date('2026-05-12T12:00:00Z')
const shown = (showing: Showing, visit?: string) => {
  const filter = filterOf(showing, codesShown(showing, book), from(showing.since, now, visit))
  return codings.filter(filter ?? (() => true)).map(({ id }) => id)
}

describe('what is shown', () => {
  it('is everything until something is asked for', () => {
    expect(filterOf({}, [], 0)).toBeNull()
    expect(shown({})).toEqual(['mine', 'hers', 'other'])
  })

  it('is whose codings they are', () => expect(shown({ by: 'ruth' })).toEqual(['hers', 'other']))

  it('is a code with all under it', () => expect(shown({ code: ['capital'] })).toEqual(['mine', 'hers']))

  it('is what was coded within the hour', () => expect(shown({ since: 'hour' })).toEqual(['hers']))

  it('is what was coded since I was last here', () => {
    expect(shown({ since: 'visit' }, '2026-05-11T00:00:00Z')).toEqual(['mine', 'hers'])
    expect(shown({ since: 'visit' })).toEqual(['mine', 'hers', 'other'])
  })

  it('is what all of it asks for together', () => expect(shown({ by: 'ruth', code: ['trust'] })).toEqual(['hers']))

  it('is nothing where the bare text is read', () => expect(shown({ bare: 'yes' })).toEqual([]))
})

describe('an address', () => {
  it('says what is shown', () => {
    expect(showingIn({ by: 'ruth', code: 'trust', since: 'today', bare: 'yes' })).toEqual({
      by: 'ruth',
      code: ['trust'],
      since: 'today',
      bare: 'yes',
    })
  })

  it('narrows nothing with what makes no sense', () => {
    expect(isNarrowed(showingIn({ by: 7, code: [3], since: 'never', bare: '1' }))).toBe(false)
  })
})
