// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { readDraft, writeDraft } from './drafts'

afterEach(() => localStorage.clear())

describe('A draft', () => {
  it('is kept for the account that wrote it, and for no other on this browser', () => {
    writeDraft('amira', 'memo', 'What Helen said')
    expect(readDraft('amira', 'memo')).toBe('What Helen said')
    expect(readDraft('noor', 'memo')).toBeUndefined()
  })

  it('is forgotten when nothing is left of it', () => {
    writeDraft('amira', 'memo', 'What Helen said')
    writeDraft('amira', 'memo')
    expect(localStorage.length).toBe(0)
  })

  it('that was kept without saying whose it is goes, and is nobody’s', () => {
    localStorage.setItem('selvedge.draft.memo', '"What Helen said"')
    expect(readDraft('noor', 'memo')).toBeUndefined()
    expect(localStorage.length).toBe(0)
  })
})
