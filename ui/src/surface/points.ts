import type { Row, Rows } from './rows'
import type { Transcript } from './transcript'

/** Finds which place of the text is nearest to a point of the window. */
export class Points {
  constructor(
    private readonly host: HTMLElement,
    private readonly scroller: HTMLElement,
    private readonly rows: Rows,
    private readonly transcript: Transcript,
  ) {}

  /** The position nearest to a point, in px of the window; beside a line, that line's end. */
  position(x: number, y: number): number {
    const row = this.row(y)
    if (!row) return this.outside(y)
    const box = row.say.getBoundingClientRect()
    const caret = caretAt(within(x, box.left, box.right), within(y, box.top, box.bottom))
    const offset = caret && row.say.contains(caret.node) ? caret.offset : y < box.top ? 0 : row.text.length
    return this.transcript.positionIn(row.index, offset)
  }

  /** The row at a height; heights outside the view are those of its edges. */
  private row(y: number): Row | undefined {
    const view = this.scroller.getBoundingClientRect()
    const box = this.host.getBoundingClientRect()
    const height = within(y, view.top, view.bottom)
    const found = document.elementsFromPoint(within(box.left + box.width / 2, view.left, view.right), height)
    return found.map((el) => this.rows.of(el)).find((row) => row !== undefined)
  }

  private outside(y: number): number {
    const first = this.rows.rows[0]?.el.getBoundingClientRect()
    return first && y < first.top ? this.transcript.turn(0).start : this.transcript.positions.length
  }
}

/** A little inside an edge, where a point still hits what is there. */
const within = (at: number, low: number, high: number): number => Math.max(low + 1, Math.min(at, high - 1))

/** WebKit has only the older of the two. */
export function caretAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y)
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined
  }
  const range = (document as Document).caretRangeFromPoint(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined
}
