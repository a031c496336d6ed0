import type { Span } from './coding'
import { lowerBound } from './positions'
import type { Chunk, Row, Rows } from './rows'
import type { Transcript } from './transcript'

/** Where a jump puts its target: a third down the view, at its top, or wherever it is if it is in view. */
export type Block = 'third' | 'top' | 'nearest'

/** Frames in which something may still shift: a font, an image of the page around, a late estimate. */
const SETTLING = 6

/** Goes to places in the text, and says which place is at the top. Nothing else scrolls. */
export class Scrolling {
  private jumps = 0

  constructor(
    private readonly scroller: HTMLElement,
    private readonly transcript: Transcript,
    private readonly rows: Rows,
    private readonly range: (span: Span) => Range,
  ) {}

  /**
   * Goes to a span: lays out what will surround its row, then brings its line where it should be and keeps it there
   * for a few frames. Ends early when the reader scrolls or another jump begins.
   */
  async to(span: Span, block: Block): Promise<void> {
    const jump = ++this.jumps
    const row = this.rows.row(this.transcript.turnAt(span.start))
    const release = this.layOutAround(row.chunk)
    const stop = this.untilTouched(() => this.jumps++)
    for (let i = 0; i < SETTLING && jump === this.jumps; i++) {
      this.approach(row, span, block)
      await frame()
    }
    stop()
    release()
  }

  /** Moves as little as is needed to show a box; one that is taller than the view, not at all. */
  show(rect: DOMRect): void {
    const view = this.scroller.getBoundingClientRect()
    const edge = Math.min(48, view.height / 8)
    if (rect.height > view.height - 2 * edge) return
    if (rect.top < view.top + edge) this.by(rect.top - view.top - edge)
    else if (rect.bottom > view.bottom - edge) this.by(rect.bottom - view.bottom + edge)
  }

  /** The position of the first line that is wholly in view. */
  top(): number {
    return this.firstBelow(this.scroller.getBoundingClientRect().top)
  }

  /** What is in view, from the first whole line to the last. */
  view(): Span {
    const { top, bottom } = this.scroller.getBoundingClientRect()
    return { start: this.firstBelow(top), end: this.firstBelow(bottom) }
  }

  /** The position of the first line that begins below a height. */
  private firstBelow(y: number): number {
    const { chunks, rows } = this.rows
    const above = (at: number) => (chunks[at] as Chunk).el.getBoundingClientRect().bottom <= y + 1
    const chunk = chunks[lowerBound(chunks.length, above)]
    const row = chunk?.rows.find((each) => each.say.getBoundingClientRect().bottom > y + 1)
    if (!row) return rows.length ? this.transcript.positions.length : 0
    return this.transcript.positionIn(row.index, firstOffsetBelow(row, y))
  }

  /**
   * Gives the chunks within two views of one their real heights, in place of estimates, or the text would shift
   * under the reader's eyes when the browser does so a few frames later.
   */
  private layOutAround(chunk: Chunk): () => void {
    chunk.el.classList.add('laid')
    const laid = [chunk, ...this.beside(chunk, -1), ...this.beside(chunk, 1)]
    return () => {
      for (const { el } of laid) el.classList.remove('laid')
    }
  }

  private beside(chunk: Chunk, direction: 1 | -1): Chunk[] {
    const { chunks } = this.rows
    const enough = this.scroller.clientHeight * 2
    const laid: Chunk[] = []
    let height = 0
    for (let at = chunks.indexOf(chunk) + direction; chunks[at] && height < enough; at += direction) {
      const next = chunks[at] as Chunk
      next.el.classList.add('laid')
      height += next.el.offsetHeight
      laid.push(next)
    }
    return laid
  }

  private approach(row: Row, span: Span, block: Block): void {
    const target = lineOf(this.range(span)) ?? row.el.getBoundingClientRect()
    const view = this.scroller.getBoundingClientRect()
    if (block === 'nearest' && target.top >= view.top + 24 && target.bottom <= view.bottom - 48) return
    const wanted = view.top + (block === 'top' ? 8 : view.height / 3)
    this.by(target.top - wanted)
  }

  private by(distance: number): void {
    if (Math.abs(distance) >= 1) this.scroller.scrollBy({ top: distance, behavior: 'instant' })
  }

  private untilTouched(touched: () => void): () => void {
    const controller = new AbortController()
    const options = { signal: controller.signal, passive: true }
    for (const event of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
      this.scroller.addEventListener(event, touched, options)
    }
    return () => controller.abort()
  }
}

const lineOf = (range: Range): DOMRect | undefined => range.getClientRects()[0]

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Halves the row's text until the first character below a height is found. */
function firstOffsetBelow(row: Row, top: number): number {
  const range = document.createRange()
  let low = 0
  let high = row.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    range.setStart(row.text, middle)
    range.setEnd(row.text, middle + 1)
    if (range.getBoundingClientRect().top < top - 1) low = middle + 1
    else high = middle
  }
  return low === row.text.length ? 0 : low
}
