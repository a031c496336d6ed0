import type { Change, Entry } from '../api/names'
import { type Names, tell } from '../journal/sentences'
import { wordsOf } from '../journal/text'

/** An entry as a sentence without its subject: "coded Trust in Dawn, packaging". */
export function toldOf(entry: Entry, names: Names): string {
  const [told] = tell([entry], names)
  return told ? wordsOf(told.parts) : entry.verb
}

/** What was taken back, told as what it would be when it is done again. */
export function toldAgain(entry: Entry, names: Names): string {
  const changes = entry.changes.map(({ kind, id, before, after }) => ({ kind, id, before: after, after: before }))
  return toldOf({ ...entry, verb: verbOf(changes), changes }, names)
}

/** What some changes look like, for an entry that says only that it takes another back. */
function verbOf(changes: readonly Change[]): string {
  const whole = changes.filter(({ before, after }) => !before !== !after)
  const of = (kind: string, made: boolean) => whole.some((one) => one.kind === kind && !one.before === made)
  if (of('source', true)) return 'imported a source'
  if (of('source', false)) return 'deleted a source'
  if (of('code', true)) return 'created a code'
  if (of('code', false)) return 'deleted a code'
  if (of('memo', true)) return 'wrote a memo'
  if (of('memo', false)) return 'deleted a memo'
  if (of('coding', true)) return 'coded'
  return of('coding', false) ? 'removed a coding' : 'redid'
}

/** Where in a source an entry's first coding or passage stands, to go there. */
export function placeOf(entry: Entry): { source: string; coding?: string; at?: string } | undefined {
  const record = ({ before, after }: Change) => (after ?? before) as Record<string, unknown>
  const coding = entry.changes.find(({ kind }) => kind === 'coding')
  const passage = entry.changes.find(({ kind }) => kind === 'passage')
  if (passage) {
    const { source, start, end } = record(passage)
    return { source: String(source), at: `${start}-${end}` }
  }
  return coding ? { source: String(record(coding).source), coding: coding.id } : undefined
}
