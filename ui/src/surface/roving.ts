import type { Row, Rows } from './rows'
import type { Scrolling } from './scroll'

/** One turn of the text can be reached by Tab; the arrow keys move it. */
export class Roving {
  current = 0

  constructor(
    private readonly scroller: HTMLElement,
    private readonly rows: Rows,
    private readonly scrolling: Scrolling,
    private readonly moved: (turn: number) => void,
  ) {
    this.setTabIndex(0)
  }

  /** Gives a turn the focus and shows it. */
  focus(turn: number): void {
    const row = this.rows.row(turn)
    row.el.focus({ preventScroll: true })
    this.moveTo(row)
    this.scrolling.show(row.el.getBoundingClientRect())
  }

  /** A turn, or something in it, has the focus. */
  moveTo(row: Row): void {
    if (row.index === this.current) return
    this.setTabIndex(-1)
    this.current = row.index
    this.setTabIndex(0)
    this.moved(row.index)
  }

  /** Up and down; false for a key that is left to the browser, as when a long turn has more to read. */
  step(key: string): boolean {
    const direction = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (!direction || this.readsOn(direction)) return false
    const next = this.current + direction
    if (next < 0 || next >= this.rows.rows.length) return false
    this.focus(next)
    return true
  }

  private readsOn(direction: 1 | -1): boolean {
    const row = this.rows.row(this.current).el.getBoundingClientRect()
    const view = this.scroller.getBoundingClientRect()
    if (row.bottom < view.top || row.top > view.bottom || row.height < view.height) return false
    return direction > 0 ? row.bottom > view.bottom : row.top < view.top
  }

  private setTabIndex(value: 0 | -1): void {
    const row = this.rows.rows[this.current]
    if (row) row.el.tabIndex = value
  }
}
