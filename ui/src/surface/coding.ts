/** A half-open stretch of a source's text, in code points: [start, end). */
export interface Span {
  start: number
  end: number
}

/** One speaker's contribution. Turns are in text order and don't overlap. */
export interface Turn extends Span {
  index: number
  speaker?: string
  moderator: boolean
  /** Milliseconds from the start of the recording. */
  fromMs?: number
}

/** One code on one passage by one coder. */
export interface Coding extends Span {
  id: string
  passage: string
  code: string
  coder: string
  /** When it was coded, RFC 3339. */
  at: string
  /** When it was looked at again and kept, RFC 3339. */
  checkedAt?: string | undefined
}

/** How a code is drawn: one of the twelve dyes or #rrggbb, its thread filled or open. */
export interface Code {
  name: string
  dye: string
  form: '' | 'open'
}

/** How a coder is drawn: 1 is solid (me), 2 dashed, 3 dotted. */
export interface Coder {
  name: string
  pattern: 1 | 2 | 3
}

export const lengthOf = (span: Span): number => span.end - span.start

/** Document order: what begins first, and of those the longest. */
export const inTextOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** Smallest first, and of those what begins first. */
export const smallestFirst = (a: Span, b: Span): number => lengthOf(a) - lengthOf(b) || a.start - b.start
