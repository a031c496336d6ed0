import type { QueryClient } from '@tanstack/react-query'
import type { Change, Code, Entry, Memo, Passage, PassageCoding } from '../api/names'
import { codes, unused } from '../data/codes'
import { keys } from '../data/keys'
import { memos } from '../data/memos'
import { type Place, withCoding, withoutCoding, withPassage } from '../data/passages'
import { content, passages } from '../data/sources'
import { type Stale, stale } from '../data/stale'

/** What each kind of change makes out of date beyond what can be patched in place. */
const outdates: Record<string, readonly Stale[]> = {
  coding: ['codes', 'sources', 'project', 'searches', 'excerpts'],
  code: ['codes', 'project', 'searches', 'excerpts'],
  memo: ['memos', 'excerpts'],
  passage: [],
  source: ['sources', 'project', 'searches', 'excerpts'],
  speaker: ['sources', 'searches', 'excerpts'],
  strand: ['strands', 'excerpts'],
  member: ['members', 'project', 'projects'],
  project: ['project', 'projects'],
}

export function outdatedBy(changes: readonly Change[]): Set<Stale> {
  return new Set(changes.flatMap((change) => outdates[change.kind] ?? []))
}

/** Brings the cache to the state after some journal entries: patches what is small, reads again what counts. */
export function applyEntries(cache: QueryClient, project: string, entries: readonly Entry[]): void {
  const changes = entries.flatMap((entry) => entry.changes)
  for (const [source, mine] of bySource(changes)) patchSource(cache, project, source, mine)
  patchRecords<Code>(cache, codes(project).queryKey, ofKind(changes, 'code'), unused)
  patchRecords<Memo>(cache, memos(project).queryKey, ofKind(changes, 'memo'), {})
  prependJournal(cache, project, entries)
  stale(cache, project, outdatedBy(changes))
}

const ofKind = (changes: readonly Change[], kind: string) => changes.filter((change) => change.kind === kind)

/** What a change is about: the state after it, or for what was removed the state before. */
const record = (change: Change) => (change.after ?? change.before ?? {}) as Record<string, unknown>

function bySource(changes: readonly Change[]): Map<string, Change[]> {
  const found = new Map<string, Change[]>()
  for (const change of changes) {
    if (change.kind !== 'passage' && change.kind !== 'coding') continue
    const source = record(change).source as string
    const list = found.get(source)
    if (list) list.push(change)
    else found.set(source, [change])
  }
  return found
}

function patchSource(cache: QueryClient, project: string, source: string, changes: readonly Change[]): void {
  const text = cache.getQueryData(content(project, source).queryKey)?.positions
  cache.setQueryData(
    passages(project, source).queryKey,
    (list) => list && patchPassages(list, changes, (p) => text?.slice(p) ?? ''),
  )
}

/** The passages of a source after some changes to them and their codings. Doing it twice changes nothing more. */
export function patchPassages(
  list: readonly Passage[],
  changes: readonly Change[],
  words: (place: { start: number; end: number }) => string,
): Passage[] {
  return changes.reduce<Passage[]>((now, { kind, id, after }) => {
    if (kind === 'passage') {
      const place = after as Omit<Place, 'text'> | undefined
      return place ? withPassage(now, { ...place, text: words(place) }) : now.filter((one) => one.id !== id)
    }
    if (!after) return withoutCoding(now, id)
    const coding = after as PassageCoding & { passage: string }
    const { passage, code, coder, at } = coding
    return withCoding(withoutCoding(now, id, passage), passage, { id, code, coder, at })
  }, list as Passage[])
}

interface Identified {
  id: string
}

/** A list of records after changes: changed in place, new ones first, without those that were removed. */
export function patched<T extends Identified>(list: readonly T[], changes: readonly Change[], blank: Partial<T>): T[] {
  let now = list as T[]
  for (const { id, after } of changes) {
    const at = now.findIndex((one) => one.id === id)
    const known = now[at]
    if (!after) now = known ? now.toSpliced(at, 1) : now
    else if (known) now = now.with(at, { ...known, ...(after as T) })
    else now = [{ ...blank, ...(after as T) }, ...now]
  }
  return now
}

function patchRecords<T extends Identified>(
  cache: QueryClient,
  queryKey: readonly unknown[],
  changes: readonly Change[],
  blank: Partial<T>,
): void {
  if (changes.length) cache.setQueryData<T[]>(queryKey, (list) => list && patched(list, changes, blank))
}

interface Pages {
  pages: Entry[][]
  pageParams: unknown[]
}

function prependJournal(cache: QueryClient, project: string, entries: readonly Entry[]): void {
  cache.setQueryData<Pages>(keys.journal(project), (known) => {
    const [first = [], ...rest] = known?.pages ?? []
    const newest = first[0]?.seq ?? 0
    const fresh = entries.filter((entry) => entry.seq > newest).toReversed()
    return known && fresh.length ? { ...known, pages: [[...fresh, ...first], ...rest] } : known
  })
}
