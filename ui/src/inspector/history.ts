import type { Entry } from '../api/names'
import type { Part } from '../journal/sentences'

/** Whether an entry is about the passages and codings of a source. */
export function isAbout(entry: Entry, source: string): boolean {
  return entry.changes.some(({ kind, before, after }) => {
    if (kind !== 'coding' && kind !== 'source') return false
    const state = (after ?? before) as { id?: string; source?: string } | undefined
    return (kind === 'source' ? state?.id : state?.source) === source
  })
}

/** What one person did last in a source, newest first. */
export const lastOf = (entries: readonly Entry[], actor: string, source: string, most: number): Entry[] =>
  entries.filter((entry) => entry.actor === actor && isAbout(entry, source)).slice(0, most)

/** A sentence without the place it happened in, where that goes without saying. */
export function withoutPlace(parts: readonly Part[], source: string): Part[] {
  const isAt = (part: Part) => typeof part === 'object' && part.what === 'at'
  const isHere = (part: Part) => typeof part === 'object' && part.what === 'source' && part.id === source
  return parts.some(isAt) && parts.some(isHere) ? parts.filter((part) => !isAt(part) && !isHere(part)) : [...parts]
}
