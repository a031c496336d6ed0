import type { Span } from './coding'
import type { Row } from './rows'
import type { Transcript } from './transcript'

type Offsets = readonly { start: number; end: number }[]

/** The browser paints these itself; where it can't, the overlay does. Names are CSS names: ::highlight(hit). */
export const nativeMarks = typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function'

/**
 * Ranges that are marked for a moment, by name: search hits, the target of a jump, what is being spoken.
 * Only those of painted rows are given to the browser, because each costs something at every change.
 */
export class Marks {
  private readonly byName = new Map<string, Map<number, { start: number; end: number }[]>>()
  private registered: [name: string, range: StaticRange][] = []

  constructor(private readonly transcript: Transcript) {}

  /** Marks ranges in the place of those the name had; returns the turns touched, before or after. */
  set(name: string, spans: readonly Span[]): Set<number> {
    const touched = new Set(this.byName.get(name)?.keys())
    const turns = new Map<number, { start: number; end: number }[]>()
    for (const span of spans) for (const turn of this.lay(turns, span)) touched.add(turn)
    if (turns.size) this.byName.set(name, turns)
    else this.byName.delete(name)
    return touched
  }

  /** What the overlay must draw in a turn: nothing where the browser paints marks. */
  drawn(turn: number): ReadonlyMap<string, Offsets> {
    return nativeMarks ? new Map() : this.in(turn)
  }

  /** Hands the marks of the painted rows to the browser. */
  register(rows: Iterable<Row>): void {
    if (!nativeMarks || (!this.byName.size && !this.registered.length)) return
    this.withdraw()
    for (const row of rows) for (const [name, spans] of this.in(row.index)) this.give(name, row.text, spans)
  }

  withdraw(): void {
    for (const [name, range] of this.registered) CSS.highlights.get(name)?.delete(range)
    this.registered = []
  }

  private in(turn: number): Map<string, Offsets> {
    const out = new Map<string, Offsets>()
    for (const [name, turns] of this.byName) {
      const spans = turns.get(turn)
      if (spans) out.set(name, spans)
    }
    return out
  }

  private lay(turns: Map<number, { start: number; end: number }[]>, span: Span): number[] {
    const [first, last] = this.transcript.turnsOf(span)
    const touched: number[] = []
    for (let turn = first; turn <= last; turn++) {
      const own = { start: this.transcript.offsetIn(turn, span.start), end: this.transcript.offsetIn(turn, span.end) }
      turns.set(turn, [...(turns.get(turn) ?? []), own])
      touched.push(turn)
    }
    return touched
  }

  private give(name: string, text: Text, spans: Offsets): void {
    const highlight = CSS.highlights.get(name) ?? new Highlight()
    CSS.highlights.set(name, highlight)
    for (const { start, end } of spans) {
      const range = new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end })
      highlight.add(range)
      this.registered.push([name, range])
    }
  }
}
