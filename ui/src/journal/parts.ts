import type { Change, Entry } from '../api/names'
import { type Counted, count } from '../kit/words'
import { type Marked, piecesOf } from '../language/say'
import { m } from '../paraglide/messages'
import { changesOf, state, text } from './changes'

/** A piece of a sentence: words, a number, words that belong to the place, or something that can be opened. */
export type Part =
  | string
  | { what: 'source'; id: string; name: string }
  | { what: 'code'; id: string; name: string; color: string }
  | { what: 'count'; text: string }
  | { what: 'at'; text: string }

/** What a sentence needs to know beyond the journal; undefined for what is gone. */
export interface Names {
  source(id: string): string | undefined
  code(id: string): { name: string; color: string } | undefined
  /** What a code was called that is gone, where that is remembered. */
  goneCode?(id: string): string | undefined
  strand(id: string): string | undefined
  member(id: string): string | undefined
}

/** The most codes that are named one by one. */
const MOST = 3

export const number = (n: number, what: Counted): Part => ({ what: 'count', text: count(n, what) })

export function sourcePart(id: string, names: Names): Part {
  const name = names.source(id)
  return name ? { what: 'source', id, name } : m.journal_goneSource()
}

export function codePart(id: string, names: Names): Part {
  const known = names.code(id)
  if (known) return { what: 'code', id, name: known.name, color: known.color }
  const name = names.goneCode?.(id)
  return name ? m.kit_quoted({ text: name }) : m.journal_goneCode()
}

/** A sentence with what stands for its marks; what it marks with "at" goes with its place. */
export const filled = (sentence: Marked, marks: Readonly<Record<string, Part | readonly Part[]>>): Part[] =>
  piecesOf(sentence).flatMap((piece): Part | readonly Part[] => {
    if (!('mark' in piece)) return piece.words
    return piece.words === undefined ? (marks[piece.mark] ?? []) : { what: 'at', text: piece.words }
  })

/** The same names, and those that codes had which are gone, from the entries that tell of them, newest first. */
export function remembering(entries: readonly Entry[], names: Names): Names {
  const had = (id: string) => changesOf(entries, 'code').find((change) => change.id === id)
  return {
    ...names,
    goneCode: (id) => {
      const change = had(id)
      return (change && text(state(change).name)) || names.goneCode?.(id)
    },
  }
}

/** A code that a change is about; also one that is gone has its name and colour there. */
export function changedCode(change: Change, names: Names): Part {
  const known = names.code(change.id)
  const { name, color } = state(change)
  return { what: 'code', id: change.id, name: known?.name ?? text(name), color: known?.color ?? text(color) }
}

/** A source that a change is about, by the title it has now. */
export function changedSource(change: Change, names: Names): Part {
  return names.source(change.id) ? sourcePart(change.id, names) : m.kit_quoted({ text: text(state(change).title) })
}

/** Up to three of a kind by name, more by their number. */
export function listOf(changes: readonly Change[], what: Counted, part: (change: Change) => Part): Part[] {
  if (changes.length > MOST) return [number(changes.length, what)]
  return changes.flatMap((change, i) => (i ? [', ', part(change)] : [part(change)]))
}
