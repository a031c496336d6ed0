/** How near an edge of the view the hand scrolls, in px. */
const NEAR = 48
/** The fastest, in px a frame. */
const FASTEST = 18

/** Scrolls for as long as a hand that holds something is near the upper or lower edge of the view. */
export class Edges {
  private frame = 0
  private speed = 0

  constructor(
    private readonly scroller: HTMLElement,
    private readonly scrolled: () => void = () => {},
  ) {}

  /** The hand is at a height, in px of the window. */
  at(y: number): void {
    const { top, bottom } = this.scroller.getBoundingClientRect()
    this.speed = speedAt(y, top, bottom)
    if (this.speed) this.frame ||= requestAnimationFrame(() => this.scroll())
  }

  stop(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.speed = 0
  }

  private scroll(): void {
    this.frame = 0
    const before = this.scroller.scrollTop
    this.scroller.scrollTop += this.speed
    if (!this.speed || this.scroller.scrollTop === before) return
    this.scrolled()
    this.frame = requestAnimationFrame(() => this.scroll())
  }
}

/** How fast to scroll for a hand at a height: faster the nearer it is to an edge, in px a frame. */
export function speedAt(y: number, top: number, bottom: number): number {
  const near = Math.min(NEAR, (bottom - top) / 4)
  const depth = y < top + near ? y - top - near : Math.max(0, y - bottom + near)
  return Math.round(Math.max(-1, Math.min(1, depth / near)) * FASTEST)
}
