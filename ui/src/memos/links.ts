import type { Link, Memo } from '../api/names'
import { mentions, readMarkdown } from './markdown'

/** A link in one word, as Markdown has it: code:ID. */
export const keyOf = ({ kind, id }: Link): string => `${kind}:${id}`

/** The link that keyOf wrote. */
export function linkIn(key: string): Link {
  const [kind = '', id = ''] = key.split(':')
  return { kind: kind as Link['kind'], id }
}

/** Whether a list has a link. */
export const includes = (links: readonly Link[], one: Link): boolean => links.some(({ id }) => id === one.id)

/** Whether two lists have the same links, in whatever order. */
export const sameLinks = (a: readonly Link[], b: readonly Link[]): boolean =>
  a.length === b.length && a.every((link) => includes(b, link))

/** The links of a memo that somebody chose, beside those that its text mentions. */
export function chosenLinks({ links = [], body }: Pick<Memo, 'links' | 'body'>): Link[] {
  const said = mentions(readMarkdown(body))
  return links.filter((link) => !includes(said, link)).map(({ kind, id }) => ({ kind, id }))
}

/** Links after two people changed them at once: what either added is there, what either took away is not. */
export function mergedLinks(before: readonly Link[], mine: readonly Link[], theirs: readonly Link[]): Link[] {
  const kept = theirs.filter((link) => includes(mine, link) || !includes(before, link))
  return [...kept, ...mine.filter((link) => !includes(theirs, link) && !includes(before, link))]
}
