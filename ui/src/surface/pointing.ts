import { holds } from './boxes'
import { bracketAt, FINGER } from './brackets'
import { type Coding, smallestFirst } from './coding'
import type { Lighting } from './lighting'
import type { Painter } from './painter'
import type { Row, Rows } from './rows'

/** What the reader pointed at. */
export interface Pointing {
  /** The codings there, smallest first. */
  codings: readonly Coding[]
  /** The one that is lit by it. */
  lit: Coding | null
  /** The turn. */
  turn: number
}

/** What is under the pointer: words, one coding's bracket or name, or a count of several. */
export interface Found {
  row: Row
  codings: Coding[]
  what: 'words' | 'coding' | 'count'
}

/** Finds the codings at a point, and walks through them from the smallest to the largest, click by click. */
export class Pointer {
  private last = ''
  private step = 0

  constructor(
    private readonly rows: Rows,
    private readonly painter: Painter,
    private readonly lighting: Lighting,
  ) {}

  /** Lights what was found: the next of its codings, or none where that one is lit already. */
  take({ row, codings, what }: Found): Pointing {
    const again = what === 'coding' && codings[0]?.id === this.lighting.coding
    const lit = again ? null : this.next(codings)
    this.lighting.choose(lit ? { coding: lit.id } : {})
    return { codings, lit, turn: row.index }
  }

  /** The codings whose words, bracket, name or count are under an event. */
  at(event: MouseEvent): Found | undefined {
    const target = event.target as Element
    const row = this.rows.of(target)
    if (!row) return undefined
    const button = target.closest<HTMLElement>('.lab, .more')
    if (button) return { row, codings: this.named(row, button), what: button.matches('.lab') ? 'coding' : 'count' }
    const margin = target.closest('.margin')
    if (margin) return { row, codings: this.bracket(row, margin, event), what: 'coding' }
    return { row, codings: this.words(row, event), what: 'words' }
  }

  /** The next of these codings: the smallest at first, after the largest the smallest again. */
  private next(codings: readonly Coding[]): Coding | null {
    const here = codings.map((coding) => coding.id).join(' ')
    this.step = here === this.last ? (this.step + 1) % codings.length : 0
    this.last = here
    return codings[this.step] ?? null
  }

  private words(row: Row, { clientX, clientY }: MouseEvent): Coding[] {
    const corner = row.el.getBoundingClientRect()
    const parts = this.painter.boxes(row)?.parts ?? []
    const under = parts.filter((part) => holds(part.boxes, clientX - corner.left, clientY - corner.top))
    return under.map((part) => part.thread.coding).sort(smallestFirst)
  }

  private bracket(row: Row, margin: Element, event: MouseEvent): Coding[] {
    const { clientX, clientY } = event
    const finger = 'pointerType' in event && event.pointerType === 'touch'
    const x = clientX - margin.getBoundingClientRect().left
    const y = clientY - row.el.getBoundingClientRect().top
    const bracket = bracketAt(this.painter.brackets(row), x, y, finger ? FINGER : undefined)
    return bracket ? [bracket.part.thread.coding] : []
  }

  private named(row: Row, button: HTMLElement): Coding[] {
    const ids = new Set((button.dataset.codings ?? button.dataset.coding ?? '').split(' '))
    const chunk = row.chunk.rows.flatMap((each) => this.painter.boxes(each)?.parts ?? [])
    const codings = new Set(chunk.map((part) => part.thread.coding).filter((coding) => ids.has(coding.id)))
    return [...codings].sort(smallestFirst)
  }
}
