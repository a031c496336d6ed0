import type { Measured, RowBoxes } from './measure'

const LANE = 7
const FIRST_LANE = 6.5

/** From the last lane's place to the names, in px: room for a lead to bend. */
const LEAD = 11

/** Names stand behind lanes in threes, so that those of most rows stand under each other. */
const STEP = 3

/** Where names begin beside brackets in so many lanes, in px from the margin's left edge. */
export const namesBeside = (lanes: number): number => LEAD + Math.ceil(Math.max(1, lanes) / STEP) * STEP * LANE

/** Room that names need beside the lanes, in px. */
const NAMES = 96

/** How many lanes a margin of a width, in px, has room for. */
export const lanesIn = (width: number): number =>
  Math.max(STEP, Math.floor((width - LEAD - NAMES) / LANE / STEP) * STEP)

/** A bracket as it stands in one row, in px from the row's corner. */
export interface Bracket {
  part: Measured
  x: number
  top: number
  bottom: number
}

/** The brackets of a row, in the first so many lanes. Between a thread's first and last line they run through the whole row and its gap. */
export function bracketsOf({ parts, height }: RowBoxes, lanes: number): Bracket[] {
  const drawn = parts.filter((part) => part.thread.lane < lanes)
  return drawn.map((part) => ({
    part,
    x: FIRST_LANE + part.thread.lane * LANE,
    top: part.first ? (part.boxes[0]?.top ?? 0) + 4 : 0,
    bottom: part.last ? (part.boxes.at(-1)?.bottom ?? height) - 2 : height,
  }))
}

/** How far beside a bracket a finger may come down, in px. */
export const FINGER = 12

/** The bracket nearest to a point of a row, in px from the margin's left edge and the row's top; none beyond its reach. */
export function bracketAt(brackets: readonly Bracket[], x: number, y: number, reach = LANE / 2): Bracket | undefined {
  const far = (bracket: Bracket) => Math.abs(bracket.x - x)
  const near = brackets.filter((b) => far(b) <= reach && y >= b.top - 2 && y <= b.bottom + 2)
  return near.sort((a, b) => far(a) - far(b))[0]
}
