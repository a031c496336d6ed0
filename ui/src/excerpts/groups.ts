import type { Excerpt } from '../api/names'

/** A line of the list: the head of a code's passages, or one of them. */
export type Row = { code: Excerpt } | { excerpt: Excerpt }

/** Puts a head before the passages of each code. They come in order of the codebook. */
export function rows(excerpts: readonly Excerpt[]): Row[] {
  return excerpts.flatMap((excerpt, i) =>
    excerpts[i - 1]?.code === excerpt.code ? [{ excerpt }] : [{ code: excerpt }, { excerpt }],
  )
}
