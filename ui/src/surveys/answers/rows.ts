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

/** The height of an answer’s row, in px. It depends on its words alone: coding moves nothing. */
export const heightOf = ({ text }: Pick<Answer, 'text'>, width: number): number => linesIn(text, width) * LINE + AROUND

/** The next row after one, round again from the top, that is not coded; -1 when all are. */
export function nextUncoded(rows: readonly Pick<Answer, 'codes'>[], at: number): number {
  for (let step = 1; step <= rows.length; step++) {
    const next = (at + step) % rows.length
    if (!rows[next]?.codes.length) return next
  }
  return -1
}
