import type { Excerpt } from '../api/names'
import { plain } from '../codebook/codebook'

/** Which passages are shown. */
export interface Shown {
  /** Only those that no sub-code has yet. */
  unplaced: boolean
  /** Words that stand in the passage, its source or its memo. */
  words: string
}

export const isUnplaced = (excerpt: Excerpt, code: string): boolean => excerpt.code === code

/** The passages that are left to look at. */
export function shownRows(list: readonly Excerpt[], code: string, { unplaced, words }: Shown): Excerpt[] {
  const wanted = plain(words)
  return list.filter((one) => {
    if (unplaced && !isUnplaced(one, code)) return false
    return !wanted || plain(`${one.text} ${one.title} ${one.speaker ?? ''} ${one.memo ?? ''}`).includes(wanted)
  })
}

/** The other codes on the same words, beside the one that is read again and the one that the row is about. */
export const besides = ({ code, codings, others }: Excerpt, parent: string): string[] =>
  [...new Set([...(codings ?? []).map((one) => one.code), ...(others ?? [])])].filter(
    (one) => one !== code && one !== parent,
  )

/** The rows that a key or a drag is about: those that are ticked, or the one it came from. */
export function meant(rows: readonly Excerpt[], ticked: ReadonlySet<string>, at: Excerpt | undefined): Excerpt[] {
  if (at && !ticked.has(at.coding)) return [at]
  return rows.filter(({ coding }) => ticked.has(coding))
}

/** The ticks after a row was ticked, with all from the last one to it when Shift is held. */
export function tick(
  rows: readonly Excerpt[],
  ticked: ReadonlySet<string>,
  at: number,
  from: number | undefined,
): ReadonlySet<string> {
  const next = new Set(ticked)
  const one = rows[at]?.coding ?? ''
  const on = !next.has(one)
  const [first, last] = from === undefined ? [at, at] : [Math.min(from, at), Math.max(from, at)]
  for (const { coding } of rows.slice(first, last + 1)) {
    if (on) next.add(coding)
    else next.delete(coding)
  }
  return next
}

/** The passages after some of their codings got another code. */
export const recoded = (list: readonly Excerpt[], codings: readonly string[], to: string): Excerpt[] =>
  list.map((one) => (codings.includes(one.coding) ? { ...one, code: to } : one))
