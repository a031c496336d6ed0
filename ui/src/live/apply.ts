import type { QueryClient } from '@tanstack/react-query'
import type { Change, Code, Entry, Memo, Passage } from '../api/names'
import { codes, unused } from '../data/codes'
import { hear, isNext } from '../data/entries'
import { keys } from '../data/keys'
import { memos } from '../data/memos'
import { patchPassages } from '../data/passages'
import { changesIn, content } from '../data/sources'
import { type Stale, stale } from '../data/stale'

/** What each kind of change makes out of date beyond what can be patched in place. */
const outdates: Record<string, readonly Stale[]> = {
  coding: ['codes', 'sources', 'project', 'searches', 'excerpts', 'answers'],
  code: ['codes', 'codeSets', 'codebookChanges', 'project', 'searches', 'excerpts'],
  'code set': ['codeSets'],
  'saved search': ['savedSearches', 'searches', 'excerpts'],
  report: ['reports', 'excerpts'],
  case: ['cases', 'variables', 'answers', 'searches', 'excerpts'],
  tie: ['cases', 'searches', 'excerpts'],
  variable: ['variables', 'cases', 'searches', 'excerpts'],
  survey: ['surveys', 'answers', 'cases'],
  response: ['surveys', 'answers', 'cases'],
  memo: ['memos', 'searches', 'excerpts', 'cases'],
  passage: ['excerpts'],
  review: ['reviews'],
  bookmark: ['bookmarks'],
  recording: ['sources'],
  pseudonym: ['pseudonyms'],
  source: ['sources', 'project', 'searches', 'excerpts', 'memos', 'revisions', 'reviews'],
  speaker: ['sources', 'searches', 'excerpts'],
  strand: ['strands', 'excerpts'],
  member: ['members', 'project', 'projects'],
  project: ['project', 'projects', 'searches'],
}

export function outdatedBy(changes: readonly (Pick<Change, 'kind'> & Partial<Change>)[]): Set<Stale> {
  return new Set(changes.flatMap((change) => outdates[change.kind] ?? []))
}

/**
 * Takes the server's answer to an action of mine before the journal tells of it; unless others came first, whose
 * entries are still to be heard.
 */
export function applyAnswer(cache: QueryClient, project: string, entry: Entry): void {
  if (isNext(project, entry.seq)) applyEntries(cache, project, [entry])
}

/**
 * Brings the cache to the state after some journal entries, each once and in their order: patches what is small, reads
 * again what counts.
 */
export function applyEntries(cache: QueryClient, project: string, told: readonly Entry[]): void {
  const entries = hear(project, told)
  if (!entries.length) return
  const changes = entries.flatMap((entry) => entry.changes)
  patchSources(cache, project, entries)
  reread(cache, project, changes)
  patchRecords<Code>(cache, codes(project).queryKey, ofKind(changes, 'code'), unused)
  patchRecords<Memo>(cache, memos(project).queryKey, ofKind(changes, 'memo'), { linked: [] })
  prependJournal(cache, project, entries)
  const aside = entries.flatMap((entry) => entry.aside ?? []) // too many to be told one by one
  stale(cache, project, [...outdatedBy([...changes, ...aside]), 'lookback', 'steps'])
  if (changesLinked(cache, project, changes)) stale(cache, project, ['memos'])
}

/** Whether a passage that memos are about changed, went or came back: their words are part of the memos. */
function changesLinked(cache: QueryClient, project: string, changes: readonly Change[]): boolean {
  const about = new Set(
    cache
      .getQueryData(memos(project).queryKey)
      ?.flatMap(({ target, links = [] }) => [target, ...links.map(({ id }) => id)]),
  )
  return ofKind(changes, 'passage').some(({ id }) => about.has(id))
}

const ofKind = (changes: readonly Change[], kind: string) => changes.filter((change) => change.kind === kind)

/** Only sources that have been read are patched. */
function patchSources(cache: QueryClient, project: string, entries: readonly Entry[]): void {
  for (const [queryKey] of cache.getQueriesData<Passage[]>({ queryKey: ['p', project, 'passages'] })) {
    const source = queryKey[3] as string
    const changes = changesIn(entries, source)
    const text = cache.getQueryData(content(project, source).queryKey)?.positions
    if (changes.length)
      cache.setQueryData<Passage[]>(
        queryKey,
        (list) => list && patchPassages(list, changes, (span) => text?.slice(span) ?? ''),
      )
  }
}

/** A source that went to another revision has other words and turns, and its passages stand elsewhere. */
function reread(cache: QueryClient, project: string, changes: readonly Change[]): void {
  for (const { id, before, after } of ofKind(changes, 'source')) {
    const [was, is] = [before, after] as ({ revision: number } | undefined)[]
    if (!was || !is || was.revision === is.revision) continue
    void cache.invalidateQueries({ queryKey: keys.content(project, id) })
    void cache.invalidateQueries({ queryKey: keys.passages(project, id) })
  }
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
