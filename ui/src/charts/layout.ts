import { scaleLinear } from 'd3-scale'
import { LINE, widthOf, wrapped } from './text'

/** The width of every picture, in px of its drawing. */
export const WIDTH = 680

/** The widest that the names of rows may be, in px. */
const NAMES = 230

/** Between the names of rows and what is drawn, in px. */
const GAP = 10

export interface Row {
  lines: string[]
  /** Its middle, in px from above. */
  y: number
}

export interface Rows {
  rows: Row[]
  /** Where the last one ends, in px from above. */
  bottom: number
  /** Where the names end and the drawing begins, in px from the left. */
  left: number
}

/** Rows with their names at the left, as high as the names need and no lower than `least` px. */
export function rowsOf(names: readonly string[], least = 28, top = 0): Rows {
  const width = Math.min(NAMES, Math.max(40, ...names.map((name) => widthOf(name))))
  let bottom = top
  const rows = names.map((name) => {
    const lines = wrapped(name, width, 3)
    const height = Math.max(least, lines.length * LINE + 10)
    bottom += height
    return { lines, y: bottom - height / 2 }
  })
  return { rows, bottom, left: width + GAP }
}

/** A scale that holds all values, with a little room at both ends; `zero` keeps 0 in it. */
export function spanning(values: readonly number[], from: number, to: number, zero = false) {
  const all = zero ? [0, ...values] : values
  const low = Math.min(...all)
  const high = Math.max(...all)
  const room = (high - low || Math.abs(high) || 1) * 0.05
  return scaleLinear()
    .domain([low < 0 ? low - room : Math.max(0, low - room), high + room])
    .range([from, to])
    .nice(6)
}

export interface Segment {
  /** Which value it stands for, from the lowest. */
  at: number
  /** In px from the left. */
  from: number
  to: number
}

/** Shares of a row of ordered values, laid out so that the middle of the scale stands at 0. */
export function diverging(shares: readonly number[]): Segment[] {
  const middle = (shares.length - 1) / 2
  const below = shares.reduce((sum, share, at) => sum + (at < middle ? share : at === middle ? share / 2 : 0), 0)
  return stackedUp(shares, -below)
}

/** Shares of a row one after the other. */
export function stackedUp(shares: readonly number[], start = 0): Segment[] {
  let from = start
  return shares.map((share, at) => {
    const to = from + share
    const segment = { at, from, to }
    from = to
    return segment
  })
}

/** How far the bars of all rows reach to both sides of the middle. */
export function reach(rows: readonly (readonly number[])[]): [low: number, high: number] {
  const ends = rows.map(diverging).filter((segments) => segments.length)
  return [
    Math.min(0, ...ends.map((segments) => segments[0]?.from ?? 0)),
    Math.max(0, ...ends.map((segments) => segments.at(-1)?.to ?? 0)),
  ]
}

/** Which of the five heats goes with a share of 0 to 1. */
export const heatOf = (share: number): 1 | 2 | 3 | 4 | 5 =>
  share >= 0.85 ? 5 : share >= 0.65 ? 4 : share >= 0.45 ? 3 : share >= 0.25 ? 2 : 1
