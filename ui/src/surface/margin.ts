import { type Bracket, bracketsOf, namesBeside } from './brackets'
import type { Coding } from './coding'
import { type Labels, settle } from './labels'
import type { Measured, RowBoxes } from './measure'
import { type Place, placeNames } from './names'
import type { Palette } from './palette'
import type { Chunk, Row } from './rows'
import { dyed, layerOf, svg } from './svg'

const CAP = 3.5

interface Name {
  row: Row
  part: Measured
}

/** One chunk's margin to draw. */
export interface MarginWork {
  chunk: Chunk
  boxes: ReadonlyMap<Row, RowBoxes>
  dirty: readonly Row[]
  /** Lanes that are drawn; what lies beyond them is only counted. */
  lanes: number
  /** The turn whose names the Tab key reaches. */
  current: number
}

/** The names of a row and how they stand. */
interface RowNames {
  places: Place<Name>[]
  /** Where they begin, in px from the margin's left edge. */
  left: number
  lanes: number
  /** Whether the Tab key reaches them. */
  current: boolean
}

/** Draws the margin of a chunk: its names make room for each other. */
export class Margin {
  /** Which names stand where, by row. */
  private readonly standing = new WeakMap<Row, string>()

  constructor(
    private readonly palette: Palette,
    private readonly labels: Labels,
  ) {}

  /** Draws the rows that need it, and those whose names had to move. */
  draw({ chunk, boxes, dirty, lanes, current }: MarginWork): void {
    const places = placeNames(this.wishes(chunk, boxes, lanes), heightOf(boxes))
    for (const [at, row] of chunk.rows.entries()) {
      const own = places.filter((place) => place.what.row === row)
      const left = namesBeside(Math.min(lanes, lanesOf(boxes, row, chunk.rows[at + 1])))
      const standing = own
        .map(({ what, y, hidden }) => `${what.part.thread.coding.id} ${y} ${hidden.length} ${left}`)
        .join()
      if (!dirty.includes(row) && this.standing.get(row) === standing) continue
      this.standing.set(row, standing)
      const measured = boxes.get(row)
      if (measured?.parts.length)
        this.drawRow(row, measured, { places: own, left, lanes, current: row.index === current })
      else erase(row)
    }
  }

  erase(chunk: Chunk): void {
    for (const row of chunk.rows) erase(row)
  }

  private wishes(chunk: Chunk, boxes: ReadonlyMap<Row, RowBoxes>, lanes: number) {
    return chunk.rows.flatMap((row) => {
      const measured = boxes.get(row)
      const starting = measured?.parts.filter((part) => part.first) ?? []
      return starting.map((part) => ({
        what: { row, part },
        y: (measured?.top ?? 0) + (part.boxes[0]?.top ?? 0) - 1,
        room: part.thread.lane < lanes,
        lit: this.palette.isLit(part.thread.coding),
      }))
    })
  }

  private drawRow(row: Row, boxes: RowBoxes, names: RowNames): void {
    const el = layerOf(row.el, 'margin')
    const brackets = bracketsOf(boxes, names.lanes)
    const leads = names.places.flatMap((place) => this.lead(place, brackets, boxes.top, names.left))
    const lines = [...leads, ...brackets.map((bracket) => this.bracket(bracket))]
    const drawing = svg('svg', { class: 'brackets', 'aria-hidden': 'true', width: '1', height: '1' }, lines)
    el.firstElementChild?.replaceWith(drawing)
    const kept = names.places.flatMap((place) => this.names(place, boxes.top, names))
    settle(el, kept)
  }

  private lead(place: Place<Name>, brackets: Bracket[], rowTop: number, left: number): SVGElement[] {
    const bracket = brackets.find((b) => b.part.thread === place.what.part.thread)
    if (!bracket) return []
    const d = `M${bracket.x + 1} ${bracket.top}H${left - 10}L${left - 3} ${place.y - rowTop + 12}`
    return [this.path('lead', bracket.part.thread.coding, d)]
  }

  private bracket({ part, x, top, bottom }: Bracket): SVGElement {
    const from = part.first ? `M${x - CAP} ${top}H${x}` : `M${x} ${top}`
    const to = part.last ? `V${bottom}H${x - CAP}` : `V${bottom}`
    return this.path('br', part.thread.coding, from + to)
  }

  private path(name: string, coding: Coding, d: string): SVGElement {
    const { pattern } = this.palette.coder(coding)
    const path = svg('path', {
      class: this.palette.isLit(coding) ? `${name} on` : name,
      'data-coder': pattern > 1 ? String(pattern) : undefined,
      d,
    })
    return dyed(path, this.palette.code(coding).dye)
  }

  private names(place: Place<Name>, rowTop: number, { left, current }: RowNames): HTMLElement[] {
    const { thread } = place.what.part
    const hidden = place.hidden.map((name) => name.part.thread.coding)
    const button = this.labels.name(thread)
    const out = hidden.length ? [button, this.labels.count(thread, hidden)] : [button]
    for (const el of out) {
      el.style.setProperty('top', `${Math.round(place.y - rowTop)}px`)
      el.tabIndex = current ? 0 : -1
    }
    button.style.setProperty('left', `${left - 2}px`)
    button.style.setProperty('max-width', `calc(100% - ${left - 2 + (hidden.length ? 30 : 0)}px)`)
    return out
  }
}

function erase(row: Row): void {
  row.el.querySelector('.margin')?.remove()
}

/** The lanes that names of a row stand behind: its own, and those of the row below, where a name may have to move. */
function lanesOf(boxes: ReadonlyMap<Row, RowBoxes>, ...rows: (Row | undefined)[]): number {
  const parts = rows.flatMap((row) => (row && boxes.get(row)?.parts) ?? [])
  return Math.max(0, ...parts.map(({ thread }) => thread.lane + 1))
}

function heightOf(boxes: ReadonlyMap<Row, RowBoxes>): number {
  let height = 0
  for (const { top, height: own } of boxes.values()) height = Math.max(height, top + own)
  return height
}
