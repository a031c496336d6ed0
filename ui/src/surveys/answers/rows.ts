import type { Answer } from '../../api/names'

/** The width of a letter of an answer, about, in px; rather wider than it is. */
const LETTER = 7.5

/** The most lines of an answer that the grid shows. */
const MOST_LINES = 4

/** Height of a line, and of what is above and below, in px. */
const [LINE, AROUND] = [20, 12]

/** How many lines an answer takes in a column that is so many px wide. */
export function linesIn(text: string, width: number): number {
  const letters = Math.max(20, Math.floor(width / LETTER))
  const lines = text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / letters)), 0)
  return Math.min(MOST_LINES, lines)
}

/** How many lines every row of the grid has: what nine of ten answers take. The grid lays out all rows anew with every
 * step of scrolling, which takes a third of the time when all are of one height. */
export function linesOf(rows: readonly Pick<Answer, 'text'>[], width: number): number {
  const lines = rows.map(({ text }) => linesIn(text, width)).sort((a, b) => a - b)
  return lines[Math.floor((lines.length - 1) * 0.9)] ?? 1
}

/** The height of a row of so many lines, in px. It depends on words alone: coding moves nothing. */
export const heightOf = (lines: number): number => lines * LINE + AROUND

/** The next row after one, round again from the top, that is not coded; -1 when all are. */
export function nextUncoded(rows: readonly Pick<Answer, 'codes'>[], at: number): number {
  for (let step = 1; step <= rows.length; step++) {
    const next = (at + step) % rows.length
    if (!rows[next]?.codes.length) return next
  }
  return -1
}
