import type { Entry } from '../api/names'

/** The newest entries of each project as they came, so that a list read meanwhile can be brought up to date. */
const heard = new Map<string, Entry[]>()

/** How many are remembered; more than come while a list is read. */
const MOST = 500

/** The newest number of each project that was heard of; every entry up to it is in what was read. */
const newest = new Map<string, number>()

/** Lists are read as of an entry or later, and followed from there. */
export function begin(project: string, seq: number): void {
  newest.set(project, seq)
}

/** Whether an entry is in what was read already. */
export const isHeard = (project: string, seq: number): boolean => seq <= (newest.get(project) ?? 0)

/** Whether an entry is the next one, with none missing before it. */
export const isNext = (project: string, seq: number): boolean => seq === (newest.get(project) ?? 0) + 1

/** Takes note of entries, oldest first, and gives those that were not heard before. */
export function hear(project: string, entries: readonly Entry[]): readonly Entry[] {
  const fresh = entries.filter(({ seq }) => !isHeard(project, seq))
  const last = fresh.at(-1)
  if (!last) return fresh
  newest.set(project, last.seq)
  heard.set(project, [...(heard.get(project) ?? []), ...fresh].slice(-MOST))
  return fresh
}

/** The number of the newest entry that was heard of a project; 0 when none was. */
export const newestOf = (project: string): number => heard.get(project)?.at(-1)?.seq ?? 0

/** What was heard after an entry, as far as it is remembered. */
export const heardAfter = (project: string, seq: number): Entry[] =>
  (heard.get(project) ?? []).filter((entry) => entry.seq > seq)

/**
 * Reads a list and brings it up to date with what was heard while it was read: the answer may be older than that.
 * Entries that the answer has already must change nothing.
 */
export async function upToDate<T>(
  project: string,
  read: () => Promise<T>,
  apply: (list: T, entries: readonly Entry[]) => T,
): Promise<T> {
  const last = heard.get(project)?.at(-1)
  const list = await read()
  const now = heard.get(project) ?? []
  return apply(list, now.slice(last ? now.lastIndexOf(last) + 1 : 0))
}
