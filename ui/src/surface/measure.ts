import { type Box, joined } from './boxes'
import { assignLanes } from './lanes'
import type { NotePart } from './notes'
import type { Row } from './rows'
import type { Part } from './threads'

/** A part of a thread with the lines it lies on and its place among the underlines. */
export interface Measured extends Part {
  level: number
  boxes: Box[]
}

/** A part of a note with the lines it lies on. */
export interface MeasuredNote extends NotePart {
  boxes: Box[]
}

/** A row as it was laid out; boxes count from its top left corner, `top` from that of its chunk. */
export interface RowBoxes {
  top: number
  height: number
  parts: Measured[]
  tint: Box[]
  marks: ReadonlyMap<string, Box[]>
  notes: MeasuredNote[]
}

const range = typeof document === 'undefined' ? undefined : document.createRange()

/** The lines that a stretch of a row's text lies on, counted from the row's corner. */
export function boxesOf(text: Text, start: number, end: number, corner: { left: number; top: number }): Box[] {
  if (!range || start >= end) return []
  range.setStart(text, start)
  range.setEnd(text, end)
  const boxes: Box[] = []
  for (const { left, right, top, bottom } of range.getClientRects()) {
    if (right - left < 0.5) continue
    const { left: x, top: y } = corner
    boxes.push({ left: left - x, right: right - x, top: top - y, bottom: bottom - y })
  }
  return joined(boxes, 1)
}

/** One row to read. */
export interface Reading {
  row: Row
  parts: readonly Part[]
  marks: ReadonlyMap<string, readonly { start: number; end: number }[]>
  notes: readonly NotePart[]
  /** What was read before, where the layout is still the same. */
  known?: RowBoxes | undefined
  chunkTop: number
}

/** Reads where a row's parts lie. Only reads, so that many rows cost one layout. */
export function measure({ row, parts, marks, notes, known, chunkTop }: Reading): RowBoxes {
  const corner = row.el.getBoundingClientRect()
  const levels = assignLanes(parts, (part) => part.end)
  const before = new Map([...(known?.parts ?? []), ...(known?.notes ?? [])].map((part) => [key(part), part.boxes]))
  const read = (part: Stretch) => before.get(key(part)) ?? boxesOf(row.text, part.start, part.end, corner)
  const measured = parts.map((part) => ({ ...part, level: levels.get(part) ?? 0, boxes: read(part) }))
  const tint = joined(
    measured.flatMap((part) => part.boxes),
    6,
  )
  const marked = new Map<string, Box[]>()
  for (const [name, spans] of marks) {
    marked.set(
      name,
      spans.flatMap((span) => boxesOf(row.text, span.start, span.end, corner)),
    )
  }
  return {
    top: corner.top - chunkTop,
    height: corner.height,
    parts: measured,
    tint,
    marks: marked,
    notes: notes.map((part) => ({ ...part, boxes: read(part) })),
  }
}

type Stretch = Pick<Part, 'start' | 'end'>

const key = ({ start, end }: Stretch): string => `${start} ${end}`
