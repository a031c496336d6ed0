import type { QueryClient } from '@tanstack/react-query'
import { keys } from './keys'

/** What a change can make out of date. */
export type Stale =
  | 'project'
  | 'projects'
  | 'members'
  | 'strands'
  | 'sources'
  | 'codes'
  | 'codeSets'
  | 'codebookChanges'
  | 'cases'
  | 'variables'
  | 'surveys'
  | 'answers'
  | 'memos'
  | 'pseudonyms'
  | 'bookmarks'
  | 'searches'
  | 'savedSearches'
  | 'reports'
  | 'excerpts'
  | 'passages'
  | 'revisions'
  | 'reviews'
  | 'journal'
  | 'lookback'
  | 'steps'

/** How long changes are gathered before lists are read again, in ms. */
const REST = 400

const waiting = new Map<string, Set<Stale>>()

/** Reads lists again soon; many changes in a row cost one reading. */
export function stale(cache: QueryClient, project: string, what: Iterable<Stale>): void {
  const known = waiting.get(project)
  const gathered = known ?? new Set<Stale>()
  for (const one of what) gathered.add(one)
  if (known || !gathered.size) return
  waiting.set(project, gathered)
  setTimeout(() => {
    waiting.delete(project)
    for (const one of gathered) void cache.invalidateQueries({ queryKey: keyOf(project, one) })
  }, REST)
}

function keyOf(project: string, what: Stale): readonly string[] {
  if (what === 'projects') return keys.projects
  if (what === 'passages') return ['p', project, 'passages']
  return keys[what](project)
}
