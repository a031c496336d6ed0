import { Positions } from '../surface'

/** A stretch of text, and whether it is what was searched for. */
export interface Piece {
  text: string
  found: boolean
  /** Code point of its first character in the source. */
  at: number
}

/** Cuts the text of a turn that begins at `start` where its marks begin and end. Marks are sorted and don't overlap. */
export function pieces(text: string, start: number, marks: readonly (readonly number[])[]): Piece[] {
  const positions = new Positions(text)
  const cut: Piece[] = []
  const add = (from: number, to: number, found: boolean) => {
    if (to > from) cut.push({ text: positions.slice({ start: from - start, end: to - start }), found, at: from })
  }
  let at = start
  for (const [from = at, to = at] of marks) {
    add(at, from, false)
    add(Math.max(at, from), to, true)
    at = Math.max(at, to)
  }
  add(at, start + positions.length, false)
  return cut
}

/** The marks, or the parts of them, that lie in a text that begins at `start`. */
export function within(marks: readonly (readonly number[])[], text: string, start: number): number[][] {
  const end = start + new Positions(text).length
  return marks
    .map(([from = 0, to = 0]) => [Math.max(from, start), Math.min(to, end)])
    .filter(([from = 0, to = 0]) => from < to)
}
