import type { Side } from './borders'
import type { Coding } from './coding'
import { runsLeft } from './directions'
import { boxesOf, type Measured, type RowBoxes } from './measure'
import type { Palette } from './palette'
import type { Row } from './rows'
import type { Transcript } from './transcript'
import type { Words } from './words'

/** Words that are read out for where a passage begins or ends, in characters. */
const TOLD = 24

/** The grips at both ends of the coding that is lit, if it may be resized. They are painted with its rows. */
export class Handles {
  readonly start: HTMLElement
  readonly end: HTMLElement
  /** Set while a grip moves from row to row, when the browser takes the focus from it. */
  private moving: HTMLElement | null = null

  constructor(
    private readonly transcript: Transcript,
    private readonly palette: Palette,
    private readonly words: Words,
    /** The coding that may be resized now. */
    private readonly held: () => Coding | undefined,
  ) {
    this.start = newHandle('start')
    this.end = newHandle('end')
  }

  /** Puts the grips that belong to a row at their words, and takes away those that don't. */
  draw(row: Row, boxes: RowBoxes | undefined): void {
    const coding = this.held()
    const part = boxes?.parts.find(({ thread }) => thread.coding.id === coding?.id)
    this.settle('start', row, coding, part?.first ? part : undefined)
    this.settle('end', row, coding, part?.last ? part : undefined)
  }

  /** Whether the words at a grip run from right to left. */
  runsLeft(side: Side): boolean {
    return this[side].classList.contains('right') === (side === 'start')
  }

  /** Whether a grip loses the focus only because it goes to another row. */
  isMoving = (handle: HTMLElement): boolean => this.moving === handle

  private settle(side: Side, row: Row, coding: Coding | undefined, part: Measured | undefined): void {
    const handle = this[side]
    const here = handle.parentElement === row.el
    if (!here && !part) return
    const focused = document.activeElement === handle
    if (focused) this.moving = handle
    if (!part) handle.remove()
    else if (!here) row.el.append(handle)
    if (!part || !coding) return
    if (this.moving === handle) handle.focus({ preventScroll: true })
    if (this.moving === handle) this.moving = null
    this.place(side, row, part)
    this.describe(side, coding)
  }

  private place(side: Side, row: Row, part: Measured): void {
    const letter = side === 'start' ? part.start : part.end - 1
    const outer = side === 'start' ? part.boxes[0] : part.boxes.at(-1)
    const box = boxesOf(row.text, letter, letter + 1, row.el.getBoundingClientRect())[0] ?? outer
    if (!box) return
    const { style, classList } = this[side]
    const leftward = runsLeft(row.text.data.slice(part.start, part.end), side)
    const right = (leftward ?? getComputedStyle(row.say).direction === 'rtl') === (side === 'start')
    classList.toggle('right', right)
    style.setProperty('left', `${right ? box.right : box.left}px`)
    style.setProperty('top', `${box.top}px`)
    style.setProperty('height', `${box.bottom - box.top}px`)
  }

  private describe(side: Side, coding: Coding): void {
    const handle = this[side]
    const { positions } = this.transcript
    const near =
      side === 'start'
        ? { start: coding.start, end: coding.start + TOLD }
        : { start: coding.end - TOLD, end: coding.end }
    const quote = positions.slice({ start: Math.max(near.start, coding.start), end: Math.min(near.end, coding.end) })
    handle.setAttribute('aria-label', this.words.handle(this.palette.code(coding).name, side))
    handle.setAttribute('aria-valuetext', quote)
    handle.setAttribute('aria-valuenow', String(coding[side]))
    handle.setAttribute('aria-valuemax', String(positions.length))
  }
}

function newHandle(side: Side): HTMLElement {
  const handle = document.createElement('span')
  handle.className = `handle ${side}`
  handle.tabIndex = 0
  handle.setAttribute('role', 'slider')
  handle.setAttribute('aria-valuemin', '0')
  return handle
}
