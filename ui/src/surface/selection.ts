import type { Borders, Unit } from './borders'
import type { Span } from './coding'
import type { Row, Rows } from './rows'
import type { Transcript } from './transcript'

/** What the reader has selected, as the passage it would become. */
export interface Selected extends Span {
  text: string
  /** The first line of the selection, in client coordinates; the selection bar stands above it. */
  rect: DOMRect
  /** The last line, for a bar that finds no room above. */
  lastRect: DOMRect
}

/** The browser's selection, told in positions. */
export class Selecting {
  constructor(
    private readonly host: HTMLElement,
    private readonly transcript: Transcript,
    private readonly rows: Rows,
    private readonly borders: Borders,
  ) {}

  /** The passage selected; null when nothing is, or only space. */
  current(): Selected | null {
    const span = this.span()
    if (!span) return null
    const lines = this.range(span).getClientRects()
    const rect = lines[0] ?? new DOMRect()
    return { ...span, text: this.transcript.positions.slice(span), rect, lastRect: lines[lines.length - 1] ?? rect }
  }

  /** The passage selected, without where it stands. */
  span(): Span | null {
    const raw = this.raw()
    return raw && this.borders.passage(raw)
  }

  /** Exactly what is selected; null when the selection does not begin or end in this text. */
  raw(): Span | null {
    const selection = document.getSelection()
    if (!selection?.rangeCount || selection.isCollapsed) return null
    const { anchorNode, focusNode } = selection
    if (!this.host.contains(anchorNode) && !this.host.contains(focusNode)) return null
    const range = selection.getRangeAt(0)
    const start = this.positionOf(range.startContainer, range.startOffset)
    const end = this.positionOf(range.endContainer, range.endOffset)
    return start < end ? { start, end } : null
  }

  /** Where the reader clicked last in this text; null when that was elsewhere. */
  caret(): number | null {
    const selection = document.getSelection()
    const { focusNode = null, focusOffset = 0 } = selection ?? {}
    return focusNode && this.rows.of(focusNode) ? this.positionOf(focusNode, focusOffset) : null
  }

  select({ start, end }: Span): void {
    this.set(start, end)
  }

  clear(): void {
    if (this.raw()) document.getSelection()?.removeAllRanges()
  }

  /** Moves the end of the selection that follows the reader's hand; without one, begins at a turn. */
  extend(unit: Unit, direction: 1 | -1, turn: number): Row {
    const anchor = this.end('anchor') ?? this.transcript.turn(turn).start
    const focus = this.end('focus') ?? anchor
    const next = this.borders.next(focus, unit, direction)
    this.set(anchor, next)
    return this.rowAt(next, next > anchor ? 'end' : 'start')
  }

  /** Whether the text runs from right to left where the reader's hand is; without a selection, in a turn. */
  runsLeft(turn: number): boolean {
    const focus = this.end('focus')
    const { say } = focus === undefined ? this.rows.row(turn) : this.rowAt(focus, 'end')
    return getComputedStyle(say).direction === 'rtl'
  }

  /** The browser's range of a span. */
  range({ start, end }: Span): Range {
    const range = document.createRange()
    range.setStart(...this.point(start, 'start'))
    range.setEnd(...this.point(end, 'end'))
    return range
  }

  /** The position of a point of the document; a point outside the words goes to the nearest end of a turn. */
  positionOf(node: Node, offset: number): number {
    const row = this.rows.of(node)
    if (row) return this.transcript.positionIn(row.index, offsetInRow(row, node, offset))
    const next = this.rows.rows.find((each) => follows(each.el, node, offset))
    return next ? this.transcript.turn(next.index).start : this.transcript.positions.length
  }

  private end(which: 'anchor' | 'focus'): number | undefined {
    if (!this.raw()) return undefined
    const selection = document.getSelection() as Selection
    const node = which === 'anchor' ? selection.anchorNode : selection.focusNode
    const offset = which === 'anchor' ? selection.anchorOffset : selection.focusOffset
    return node ? this.positionOf(node, offset) : undefined
  }

  private set(anchor: number, focus: number): void {
    const forward = anchor <= focus
    const [from, fromOffset] = this.point(anchor, forward ? 'start' : 'end')
    const [to, toOffset] = this.point(focus, forward ? 'end' : 'start')
    document.getSelection()?.setBaseAndExtent(from, fromOffset, to, toOffset)
  }

  private point(position: number, side: 'start' | 'end'): [Text, number] {
    const row = this.rowAt(position, side)
    return [row.text, this.transcript.offsetIn(row.index, position)]
  }

  /** An end that stands where a turn begins belongs to the turn before. */
  private rowAt(position: number, side: 'start' | 'end'): Row {
    const index = this.transcript.turnAt(position)
    const atStart = side === 'end' && position <= this.transcript.turn(index).start
    return this.rows.row(atStart ? Math.max(0, index - 1) : index)
  }
}

function offsetInRow(row: Row, node: Node, offset: number): number {
  if (node === row.text) return offset
  const range = document.createRange()
  range.setStart(node, offset)
  return range.comparePoint(row.text, 0) >= 0 ? 0 : row.text.length
}

/** Whether an element begins at or after a point of the document. */
function follows(el: HTMLElement, node: Node, offset: number): boolean {
  const range = document.createRange()
  range.setStart(node, offset)
  range.collapse(true)
  const place = el.ownerDocument.createRange()
  place.setStartBefore(el)
  return place.compareBoundaryPoints(Range.START_TO_START, range) >= 0
}
