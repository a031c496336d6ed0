import type { Memo } from '../api/names'
import type { Coding, Span } from '../surface'
import { overlap, sameSpan } from './codings'

/** The codings that touch some words, in the order of the text. */
export const codingsOn = (codings: readonly Coding[], words: Span | null): Coding[] =>
  words ? codings.filter((coding) => overlap(coding, words)) : []

/** A memo, and the passage it stands on. */
export interface Placed {
  memo: Memo
  place: Span
}

/** The memos on passages that touch some words: first those on exactly these words, then in the order of the text. */
export function memosOn(memos: readonly Memo[], source: string, words: Span): Placed[] {
  const touching = memos.flatMap((memo) =>
    memo.on && memo.on.source === source && overlap(memo.on, words) ? [{ memo, place: memo.on }] : [],
  )
  const other = ({ place }: Placed) => Number(!sameSpan(place, words))
  return touching.sort((a, b) => other(a) - other(b) || a.place.start - b.place.start || b.place.end - a.place.end)
}

/** The first coding of a code that is in sight or comes after what is at the top of the view, else the first of all. */
export const firstFrom = (codings: readonly Coding[], top: number): Coding | undefined =>
  codings.find(({ end }) => end > top) ?? codings[0]
