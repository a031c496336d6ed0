import type { Change, Entry } from '../api/names'

/** What the journal keeps of a record. */
export type Fields = Record<string, unknown> & { id: string }

export const before = (change: Change) => change.before as Fields | undefined
export const after = (change: Change) => change.after as Fields | undefined

/** A record after a change; of what was removed, as it was before. */
export const state = (change: Change): Fields => after(change) ?? before(change) ?? { id: change.id }

export const made = (change: Change): boolean => !before(change)
export const gone = (change: Change): boolean => !after(change)

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The changes of some entries that are of one kind. */
export const changesOf = (group: readonly Entry[], kind: string): Change[] =>
  group.flatMap((entry) => entry.changes).filter((change) => change.kind === kind)

export const first = (group: readonly Entry[], kind: string): Change => changesOf(group, kind)[0] ?? { kind, id: '' }

/** The change in which a field became another one; moving one code renumbers its siblings too. */
export function changed(group: readonly Entry[], kind: string, field: string): Change {
  const all = changesOf(group, kind)
  return all.find((change) => before(change)?.[field] !== after(change)?.[field]) ?? first(group, kind)
}
