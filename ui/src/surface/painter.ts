import { type Bracket, bracketsOf } from './brackets'
import type { Handles } from './handles'
import type { Margin } from './margin'
import { type Marks, nativeMarks } from './marks'
import { measure, type RowBoxes } from './measure'
import { eraseNotes, type Notes } from './notes'
import { drawOverlay, eraseOverlay } from './overlay'
import type { Palette } from './palette'
import type { Chunk, Row, Rows } from './rows'
import type { Threads } from './threads'
import type { Voice } from './voice'
import { Window } from './window'

/** Milliseconds a frame may give to reading; writing takes about as long. */
const READING = 2
/** The first picture is worth one long frame. */
const FIRST_READING = 12

/** What the painter works with. */
export interface Studio {
  scroller: HTMLElement
  rows: Rows
  threads: Threads
  marks: Marks
  notes: Notes
  palette: Palette
  margin: Margin
  handles: Handles
  voice: Voice
  /** The most lanes the margin has room for. */
  lanes: number
  /** All that is in the view is painted; what lies near it follows. */
  onReady(): void
}

/**
 * Keeps codings painted on the chunks near the viewport. Work waits in a queue and is done nearest first, a few
 * milliseconds a frame: all reading of the layout, then all writing.
 */
export class Painter {
  private readonly window: Window
  private readonly painted = new Map<Chunk, Map<Row, RowBoxes>>()
  private readonly queue = new Set<Chunk>()
  /** Rows to read: anew, or with what is known of the parts that are the same. */
  private readonly stale = new Map<Row, 'anew' | 'changed'>()
  /** Rows to draw. */
  private readonly dirty = new Set<Row>()
  private current = 0
  private frame = 0
  private ready = false

  constructor(private readonly studio: Studio) {
    this.window = new Window(studio.scroller, studio.rows, {
      enter: (chunks) => this.enter(chunks),
      leave: (chunk) => this.leave(chunk),
      reflow: (chunks) => this.reflow(chunks),
    })
  }

  /** The most lanes the margin has room for from now on. */
  allow(lanes: number): void {
    this.studio.lanes = lanes
    this.relayout()
  }

  /** The rows that are painted, or will be in this or one of the next frames. */
  rows(): Row[] {
    return [...this.painted.keys()].flatMap((chunk) => chunk.rows)
  }

  /** How a row was laid out when it was painted. */
  boxes(row: Row): RowBoxes | undefined {
    return this.painted.get(row.chunk)?.get(row)
  }

  brackets(row: Row): Bracket[] {
    const boxes = this.boxes(row)
    return boxes ? bracketsOf(boxes, this.studio.lanes) : []
  }

  /** Codings of these turns changed: reads and paints their rows again, and nothing else. */
  turnsChanged(turns: Iterable<number>): void {
    const rows = [...turns].map((turn) => this.studio.rows.row(turn))
    this.reread(rows, 'changed')
    for (const row of rows) if (!this.painted.has(row.chunk)) this.studio.voice.update(row)
  }

  /** Everything may have changed: reads and paints all that is near the viewport again. */
  relayout(): void {
    this.reread(this.rows())
  }

  /** Only looks changed (what is lit, a name, a dye): paints again without reading; all, or these turns. */
  redraw(turns?: Iterable<number>): void {
    const rows = turns ? [...turns].map((turn) => this.studio.rows.row(turn)) : this.rows()
    for (const row of rows) if (this.enqueue(row.chunk)) this.dirty.add(row)
  }

  marksChanged(turns: Iterable<number>): void {
    if (!nativeMarks) this.reread([...turns].map((turn) => this.studio.rows.row(turn)))
    this.studio.marks.register(this.rows())
  }

  /** The turn whose names the Tab key reaches; its chunk stays painted wherever the text is scrolled. */
  setCurrent(turn: number): void {
    const before = this.current
    this.current = turn
    this.redraw([before, turn])
    this.window.release()
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    this.window.disconnect()
    this.studio.marks.withdraw()
  }

  private enter(chunks: readonly Chunk[]): void {
    for (const chunk of chunks) {
      if (this.painted.has(chunk)) continue
      this.painted.set(chunk, new Map())
      this.queue.add(chunk)
    }
    this.studio.marks.register(this.rows())
    this.work(this.ready ? READING : FIRST_READING)
  }

  /** Before the frame is shown, or words would stand beside their codings. */
  private reflow(chunks: readonly Chunk[]): void {
    this.reread(chunks.flatMap((chunk) => chunk.rows))
    this.work(FIRST_READING)
  }

  private leave(chunk: Chunk): void {
    this.painted.delete(chunk)
    this.queue.delete(chunk)
    this.studio.margin.erase(chunk)
    for (const row of chunk.rows) {
      this.stale.delete(row)
      this.dirty.delete(row)
      eraseOverlay(row)
      eraseNotes(row)
      this.studio.handles.draw(row, undefined)
    }
  }

  private reread(rows: readonly Row[], how: 'anew' | 'changed' = 'anew'): void {
    for (const row of rows) {
      if (this.enqueue(row.chunk) && this.stale.get(row) !== 'anew') this.stale.set(row, how)
    }
  }

  /** False for a chunk that is far from the viewport: it will be read when it comes near. */
  private enqueue(chunk: Chunk): boolean {
    if (!this.painted.has(chunk)) return false
    this.queue.add(chunk)
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0
      this.work(READING)
    })
    return true
  }

  private work(budget: number): void {
    const began = performance.now()
    const read: Chunk[] = []
    for (const chunk of this.window.nearestFirst(this.queue)) {
      if (read.length && performance.now() - began > budget) break
      this.read(chunk)
      read.push(chunk)
    }
    for (const chunk of read) this.write(chunk)
    for (const chunk of this.queue) this.enqueue(chunk)
    if (this.ready || !this.painted.size || this.window.sees(this.queue)) return
    this.ready = true
    this.studio.onReady()
  }

  private read(chunk: Chunk): void {
    this.queue.delete(chunk)
    const boxes = this.painted.get(chunk) as Map<Row, RowBoxes>
    if (chunk.rows.every((row) => boxes.has(row) && !this.stale.has(row))) return
    const { top, changed } = this.window.measure(chunk)
    const { threads, marks, notes } = this.studio
    for (const row of chunk.rows) {
      const known = changed || this.stale.get(row) === 'anew' ? undefined : boxes.get(row)
      if (known && !this.stale.has(row)) continue
      this.stale.delete(row)
      this.dirty.add(row)
      const { index } = row
      const drawn = { parts: threads.parts(index), marks: marks.drawn(index), notes: notes.parts(index) }
      boxes.set(row, measure({ row, ...drawn, known, chunkTop: top }))
    }
  }

  private write(chunk: Chunk): void {
    const boxes = this.painted.get(chunk) as Map<Row, RowBoxes>
    const { lanes, margin, notes, handles, palette, voice } = this.studio
    const dirty = chunk.rows.filter((row) => this.dirty.delete(row))
    for (const row of dirty) {
      const measured = boxes.get(row) as RowBoxes
      drawOverlay(row, measured, palette)
      notes.draw(row, measured, row.index === this.current)
      voice.describe(row)
      handles.draw(row, measured)
    }
    margin.draw({ chunk, boxes, dirty, lanes, current: this.current })
  }
}
