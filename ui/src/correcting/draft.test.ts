// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { keepDraft, keptDraft } from './draft'

const draft = { revision: 3, edits: [], names: { ben: 'Benjamin' }, why: '' }

afterEach(() => localStorage.clear())

describe('A draft of corrections', () => {
  it('is kept for its account and its source', () => {
    keepDraft('amira', 'helen', draft)
    expect(keptDraft('amira', 'helen')).toEqual(draft)
    expect(keptDraft('noor', 'helen')).toBeUndefined()
    expect(keptDraft('amira', 'tom')).toBeUndefined()
  })

  it('is forgotten when nothing is left of it', () => {
    keepDraft('amira', 'helen', draft)
    keepDraft('amira', 'helen', { ...draft, names: {} })
    expect(localStorage.length).toBe(0)
  })
})
