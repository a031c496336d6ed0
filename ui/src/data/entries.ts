import type { Entry } from '../api/names'

/** The newest entries of each project as they came, so that a list read meanwhile can be brought up to date. */
const heard = new Map<string, Entry[]>()

/** How many are remembered; more than come while a list is read. */
const MOST = 500

export function remember(project: string, entries: readonly Entry[]): void {
  const list = [...(heard.get(project) ?? []), ...entries]
  heard.set(project, list.slice(-MOST))
}

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
