import type { Chunk, Rows } from './rows'

/** Chunks are painted this far above and below the viewport. */
const AHEAD = '60% 0px'

interface Listener {
  enter(chunks: readonly Chunk[]): void
  leave(chunk: Chunk): void
  /** Painted chunks were laid out anew: width, type, zoom or density changed. */
  reflow(chunks: readonly Chunk[]): void
}

interface Size {
  width: number
  height: number
}

/** Watches which chunks are near the viewport, and whether those that are keep their size. */
export class Window {
  private readonly near: IntersectionObserver
  private readonly sizes: ResizeObserver
  private readonly chunks: Map<Element, Chunk>
  private readonly measured = new Map<Chunk, Size>()
  private readonly inside = new Set<Chunk>()
  private readonly away = new Set<Chunk>()

  constructor(
    private readonly scroller: HTMLElement,
    rows: Rows,
    private readonly listener: Listener,
  ) {
    this.chunks = new Map(rows.chunks.map((chunk) => [chunk.el, chunk]))
    this.near = new IntersectionObserver((entries) => this.moved(entries), { root: scroller, rootMargin: AHEAD })
    this.sizes = new ResizeObserver((entries) => this.resized(entries))
    for (const chunk of rows.chunks) this.near.observe(chunk.el)
  }

  /** Reads where a chunk is; what is read of it from now on belongs to the size it has now. */
  measure(chunk: Chunk): { top: number; changed: boolean } {
    const { top, width, height } = chunk.el.getBoundingClientRect()
    const changed = differs(this.measured.get(chunk), { width, height })
    this.measured.set(chunk, { width, height })
    return { top, changed }
  }

  nearestFirst(chunks: Iterable<Chunk>): Chunk[] {
    const found = [...chunks]
    if (found.length < 2) return found
    const view = this.scroller.getBoundingClientRect()
    const distances = new Map(found.map((chunk) => [chunk, distance(chunk.el.getBoundingClientRect(), view)]))
    return found.sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0))
  }

  /** Whether any of the chunks is in the view, and not only near it. */
  sees(chunks: Iterable<Chunk>): boolean {
    const view = this.scroller.getBoundingClientRect()
    return [...chunks].some((chunk) => distance(chunk.el.getBoundingClientRect(), view) <= 0)
  }

  /** Lets go of chunks that left the viewport but held the focus, if it has moved on. */
  release(): void {
    for (const chunk of this.away) {
      if (chunk.el.contains(document.activeElement)) continue
      this.away.delete(chunk)
      this.drop(chunk)
    }
  }

  disconnect(): void {
    this.near.disconnect()
    this.sizes.disconnect()
  }

  private moved(entries: readonly IntersectionObserverEntry[]): void {
    const entered: Chunk[] = []
    for (const { target, isIntersecting } of entries) {
      const chunk = this.chunks.get(target) as Chunk
      if (isIntersecting) entered.push(chunk)
      else if (this.inside.has(chunk)) this.away.add(chunk)
    }
    for (const chunk of entered) {
      this.away.delete(chunk)
      this.inside.add(chunk)
      this.sizes.observe(chunk.el)
    }
    this.release()
    if (entered.length) this.listener.enter(entered)
  }

  private drop(chunk: Chunk): void {
    this.inside.delete(chunk)
    this.sizes.unobserve(chunk.el)
    this.measured.delete(chunk)
    this.listener.leave(chunk)
  }

  private resized(entries: readonly ResizeObserverEntry[]): void {
    const chunks = entries.map(({ target }) => this.chunks.get(target) as Chunk)
    const changed = chunks.filter((chunk) => differs(this.measured.get(chunk), chunk.el.getBoundingClientRect()))
    if (changed.length) this.listener.reflow(changed)
  }
}

function differs(known: Size | undefined, { width, height }: Size): boolean {
  return known !== undefined && Math.abs(known.width - width) + Math.abs(known.height - height) > 0.5
}

/** How far a chunk lies outside the view, in px; inside it, what is higher comes first. */
function distance(rect: DOMRect, view: DOMRect): number {
  if (rect.bottom < view.top) return view.top - rect.bottom
  if (rect.top > view.bottom) return rect.top - view.bottom
  return (rect.top - view.bottom) / 1000
}
