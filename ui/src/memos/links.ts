import type { Link, Memo } from '../api/names'
import { includes } from '../data/links'
import { mentions, readMarkdown } from './markdown'

/** A link in one word, as Markdown has it: code:ID. */
export const keyOf = ({ kind, id }: Link): string => `${kind}:${id}`

/** The link that keyOf wrote. */
export function linkIn(key: string): Link {
  const [kind = '', id = ''] = key.split(':')
  return { kind: kind as Link['kind'], id }
}

/** Whether two lists have the same links, in whatever order. */
export const sameLinks = (a: readonly Link[], b: readonly Link[]): boolean =>
  a.length === b.length && a.every((link) => includes(b, link))

/** The links of a memo that somebody chose, beside those that its text mentions. */
export function chosenLinks({ links = [], body }: Pick<Memo, 'links' | 'body'>): Link[] {
  const said = mentions(readMarkdown(body))
  return links.filter((link) => !includes(said, link)).map(({ kind, id }) => ({ kind, id }))
}
