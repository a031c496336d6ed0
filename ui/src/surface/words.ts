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

export const english: Words = {
  coded: (code, by) => `${code}, coded by ${by}`,
  summary: (codes) => `${codes.length} ${codes.length === 1 ? 'coding' : 'codings'}: ${codes.join(', ')}`,
  more: (codes) => `${codes.length} more ${codes.length === 1 ? 'coding' : 'codings'}: ${codes.join(', ')}`,
  place: (turn, turns, codings) => `turn ${turn} of ${turns}, ${codings} ${codings === 1 ? 'coding' : 'codings'}`,
  bookmark: (name) => (name ? `Bookmark: ${name}` : 'Bookmark'),
  here: (name) => `${name} is here`,
  memos: (memos, words) => `${memos === 1 ? 'Memo' : `${memos} memos`} on ${words} ${words === 1 ? 'word' : 'words'}`,
  handle: (code, side) => (side === 'start' ? `Where ‘${code}’ begins` : `Where ‘${code}’ ends`),
}

/** A time in a recording as people read it: 0:02:58. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
