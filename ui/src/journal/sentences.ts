import type { Entry } from '../api/names'
import { changesOf, state, text } from './changes'
import { type Names, type Part, remembering } from './parts'
import { tellers } from './verbs'

export { type Names, type Part, remembering } from './parts'

/** Entries of one person that are told in one sentence; seq and at are those of the newest. */
export interface Told {
  seq: number
  at: string
  actor: string
  entries: Entry[]
  parts: Part[]
}

/** How far apart entries may be and still be told together, in ms. */
const APART = 30 * 60_000

/** Tells entries, newest first, as sentences. What one person coded in one source in one go is told together. */
export function tell(entries: readonly Entry[], names: Names): Told[] {
  const known = remembering(entries, names)
  return together(entries).map((group) => {
    const [{ seq, at, actor, verb }] = group as [Entry, ...Entry[]]
    const parts = tellers[verb]?.(group, known) ?? [verb]
    return { seq, at, actor, entries: group, parts }
  })
}

function together(entries: readonly Entry[]): Entry[][] {
  const groups: Entry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last && belongs(last.at(-1) as Entry, entry)) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

function belongs(last: Entry, entry: Entry): boolean {
  if (entry.actor !== last.actor || entry.verb !== last.verb) return false
  if (Date.parse(last.at) - Date.parse(entry.at) > APART) return false
  if (entry.verb === 'imported a source') return true
  return (entry.verb === 'coded' || entry.verb === 'removed a coding') && sourceOf(entry) === sourceOf(last)
}

/** The source of an entry's codings. */
function sourceOf(entry: Entry): string {
  const [coding] = changesOf([entry], 'coding')
  return coding ? text(state(coding).source) : ''
}
