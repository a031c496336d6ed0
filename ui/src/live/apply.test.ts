import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { Change, Entry, Passage } from '../api/names'
import { codes } from '../data/codes'
import { keys } from '../data/keys'
import { passages } from '../data/sources'
import { applyAnswer, applyEntries, outdatedBy, patched } from './apply'

const at = '2026-11-23T10:00:00Z'
const passage = (id: string) => ({ id, source: 's', start: 3, end: 9, createdBy: 'r', createdAt: at })
const coding = (id: string, on: string) => ({ id, passage: on, source: 's', code: 'k', coder: 'r', at })
const entry = (seq: number, ...changes: Change[]): Entry => ({ seq, at, actor: 'r', verb: 'coded', changes })
const added: Change[] = [
  { kind: 'passage', id: 'p', after: passage('p') },
  { kind: 'coding', id: 'c', after: coding('c', 'p') },
]

describe('records', () => {
  const list = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ]

  it('change in place, are added at the head and taken out', () => {
    const changes: Change[] = [
      { kind: 'code', id: 'b', before: list[1], after: { id: 'b', name: 'Bee' } },
      { kind: 'code', id: 'c', after: { id: 'c', name: 'C' } },
      { kind: 'code', id: 'a', before: list[0] },
    ]
    expect(patched(list, changes, {})).toEqual([
      { id: 'c', name: 'C' },
      { id: 'b', name: 'Bee' },
    ])
  })
})

describe('what is read again', () => {
  it('follows from the kinds of changes', () => {
    expect([...outdatedBy(added)].sort()).toEqual(['answers', 'codes', 'excerpts', 'project', 'searches', 'sources'])
    expect([...outdatedBy([{ kind: 'member', id: 'x' }])]).toEqual(['members', 'project', 'projects'])
    expect([...outdatedBy([{ kind: 'something new', id: 'x' }])]).toEqual([])
  })
})

describe('the cache', () => {
  it('is patched where it has been read, and left alone elsewhere', () => {
    const cache = new QueryClient()
    cache.setQueryData(passages('project', 's').queryKey, [] as Passage[])
    cache.setQueryData(keys.journal('project'), { pages: [[entry(4)]], pageParams: [0] })
    applyEntries(cache, 'project', [entry(5, ...added), entry(6)])
    expect(cache.getQueryData(passages('project', 's').queryKey)).toHaveLength(1)
    expect(cache.getQueryData<{ pages: Entry[][] }>(keys.journal('project'))?.pages[0]?.map(({ seq }) => seq)).toEqual([
      6, 5, 4,
    ])
    expect(cache.getQueryData(codes('project').queryKey)).toBeUndefined()
  })

  it('reads a text and its passages again when the text was corrected, and not when its source was renamed', () => {
    const cache = new QueryClient()
    const [text, marks] = [keys.content('corrected', 's'), keys.passages('corrected', 's')]
    for (const key of [text, marks]) cache.setQueryData(key, [])
    const stale = () => [text, marks].map((key) => cache.getQueryState(key)?.isInvalidated)
    const source = (revision: number, title: string) => ({ id: 's', revision, title })
    cache.setQueryData(keys.journal('corrected'), { pages: [[entry(4)]], pageParams: [0] })
    applyEntries(cache, 'corrected', [
      entry(5, { kind: 'source', id: 's', before: source(1, 'A'), after: source(1, 'B') }),
    ])
    expect(stale()).toEqual([false, false])
    applyEntries(cache, 'corrected', [
      entry(6, { kind: 'source', id: 's', before: source(1, 'B'), after: source(2, 'B') }),
    ])
    expect(stale()).toEqual([true, true])
  })

  const removed: Change[] = added.map(({ kind, id, after }) => ({ kind, id, before: after })).toReversed()
  const read = (project: string) => {
    const cache = new QueryClient()
    const { queryKey } = passages(project, 's')
    cache.setQueryData(queryKey, [] as Passage[])
    return { cache, ids: () => cache.getQueryData(queryKey)?.map(({ id }) => id) }
  }

  it('keeps what was heard last when the answer to an action comes late', () => {
    const { cache, ids } = read('late')
    applyEntries(cache, 'late', [entry(1, ...added), entry(2, ...removed)])
    applyAnswer(cache, 'late', entry(1, ...added))
    expect(ids()).toEqual([])
  })

  it('waits with an answer that overtook what others did', () => {
    const { cache, ids } = read('early')
    applyAnswer(cache, 'early', entry(2, ...removed))
    applyEntries(cache, 'early', [entry(1, ...added)])
    expect(ids()).toEqual(['p'])
    applyEntries(cache, 'early', [entry(2, ...removed)])
    expect(ids()).toEqual([])
  })

  it('takes an answer at once that is next', () => {
    const { cache, ids } = read('next')
    applyAnswer(cache, 'next', entry(1, ...added))
    expect(ids()).toEqual(['p'])
  })
})
