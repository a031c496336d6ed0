import type { Link } from '../api/names'

/** Whether a list has a link. */
export const includes = (links: readonly Link[], one: Link): boolean => links.some(({ id }) => id === one.id)

/** Links after two people changed them at once: what either added is there, what either took away is not. */
export function mergedLinks(before: readonly Link[], mine: readonly Link[], theirs: readonly Link[]): Link[] {
  const kept = theirs.filter((link) => includes(mine, link) || !includes(before, link))
  return [...kept, ...mine.filter((link) => !includes(theirs, link) && !includes(before, link))]
}
