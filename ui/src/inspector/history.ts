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

const isPlace = (part: Part | undefined, source: string): boolean =>
  typeof part === 'object' && part.what === 'source' && part.id === source

/** What leads to a place, in every language there is. */
const LEADS = /(^|\s)(in|from|aus) $/

/** A sentence without the place it happened in, where that goes without saying. */
export const withoutPlace = (parts: readonly Part[], source: string): Part[] => {
  const leads = (i: number) => {
    const part = parts[i]
    return typeof part === 'string' && LEADS.test(part) && isPlace(parts[i + 1], source)
  }
  return parts.flatMap((part, i) => {
    if (typeof part === 'string') return leads(i) ? part.replace(LEADS, '') || [] : part
    return leads(i - 1) ? [] : part
  })
}
