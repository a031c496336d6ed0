import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'

/** What the surface says. Everything it writes that is neither the text nor a name is here. */
export interface Words {
  /** The name of a coding's button. */
  coded(code: string, by: string): string
  /** A turn's codings, for those who hear it. */
  summary(codes: readonly string[]): string
  /** The name of the button that stands for codings without room. */
  more(codes: readonly string[]): string
  /** Where the reader is: the turn, of how many, and how many codings it has. */
  place(turn: number, turns: number, codings: number): string
  /** The mark of a bookmark, and its name where it has one. */
  bookmark(name: string): string
  /** The mark of a colleague. */
  here(name: string): string
  /** The button of memos on words. */
  memos(memos: number, words: number): string
  /** The name of a grip at an end of a coding. */
  handle(code: string, side: 'start' | 'end'): string
}

export const words: Words = {
  coded: (code, name) => m.surface_coded({ code, name }),
  summary: (codes) => m.surface_summary({ codings: count(codes.length, 'coding'), codes: codes.join(', ') }),
  more: (codes) => m.surface_more({ n: codes.length, codes: codes.join(', ') }),
  place: (turn, turns, codings) =>
    m.surface_place({ turn: figure(turn), turns: figure(turns), codings: count(codings, 'coding') }),
  bookmark: (name) => (name ? m.surface_bookmarkNamed({ name }) : m.surface_bookmark()),
  here: (name) => m.surface_here({ name }),
  memos: (n, words) => m.surface_memo({ n, words: count(words, 'word') }),
  handle: (code, side) => (side === 'start' ? m.surface_begins({ code }) : m.surface_ends({ code })),
}
