import { describe, expect, it } from 'vitest'
import type { Change, Entry } from '../api/names'
import { madeByOthers } from './useFresh'

const entry = (actor: string, ...changes: Change[]): Entry => ({ seq: 1, at: '', actor, verb: 'coded', changes })

describe('what is new in a list', () => {
  it('is what colleagues have coded: not one’s own work, nor what they changed or removed', () => {
    const made: Change = { kind: 'coding', id: 'made', after: {} }
    const changed: Change = { kind: 'coding', id: 'changed', before: {}, after: {} }
    const gone: Change = { kind: 'coding', id: 'gone', before: {} }
    const passage: Change = { kind: 'passage', id: 'place', after: {} }
    const entries = [entry('noor', made, changed, gone, passage), entry('me', { ...made, id: 'mine' })]
    expect(madeByOthers(entries, 'me')).toEqual(['made'])
  })
})
