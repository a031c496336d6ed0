import { describe, expect, it } from 'vitest'
import type { Entry } from '../api/names'
import { lastOf, withoutPlace } from './history'

const entry = (seq: number, actor: string, source: string, kind = 'coding'): Entry => ({
  seq,
  actor,
  at: '2026-01-05T10:00:00Z',
  verb: 'coded',
  changes: [{ kind, id: `c${seq}`, after: kind === 'source' ? { id: source } : { source } }],
})

const at = (text: string) => ({ what: 'at', text }) as const

describe('the history of a source', () => {
  it('holds what one person did in it, newest first, and no more than asked for', () => {
    const entries = [
      entry(5, 'ann', 'here'),
      entry(4, 'bob', 'here'),
      entry(3, 'ann', 'elsewhere'),
      entry(2, 'ann', 'here', 'source'),
      entry(1, 'ann', 'here'),
    ]
    expect(lastOf(entries, 'ann', 'here', 2).map(({ seq }) => seq)).toEqual([5, 2])
  })

  it('reads what was removed from the state before', () => {
    const removed = { ...entry(1, 'ann', 'here'), changes: [{ kind: 'coding', id: 'c', before: { source: 'here' } }] }
    expect(lastOf([removed], 'ann', 'here', 5)).toHaveLength(1)
  })

  it('does not name the source that is open as the place', () => {
    const here = { what: 'source', id: 'here', name: 'D01' } as const
    expect(withoutPlace(['coded ', at(' in '), here], 'here')).toEqual(['coded '])
    expect(withoutPlace([at('in '), here, ' Zeiten gesetzt'], 'here')).toEqual([' Zeiten gesetzt'])
    expect(withoutPlace(['coded ', at(' in '), { ...here, id: 'there' }], 'here')).toHaveLength(3)
  })

  it('names it where it is what was done something to', () => {
    const here = { what: 'source', id: 'here', name: 'D01' } as const
    expect(withoutPlace(['corrected the text of ', here], 'here')).toHaveLength(2)
  })
})
