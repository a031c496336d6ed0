import type { Borders, Side, Unit } from './borders'
import type { Coding, Span } from './coding'
import type { Threads } from './threads'

/** How long the keys must rest before a new length is told, in ms. */
const REST = 600

interface Bench {
  threads: Threads
  borders: Borders
  /** Draws turns that changed. */
  drawn(turns: Set<number>): void
  /** A coding has new words, with all on its passage or alone. */
  done(coding: Coding, span: Span, alone: boolean): void
}

interface Draft {
  coding: Coding
  span: Span
  alone: boolean
  /** What is drawn otherwise than it is, as it was. */
  before: ReadonlyMap<string, Coding>
  drawn: ReadonlyMap<string, Coding>
}

/** A passage that is being made longer or shorter: drawn at every step, told as one change at the end. */
export class Resizing {
  private draft: Draft | null = null
  private timer = 0

  constructor(private readonly bench: Bench) {}

  /** The span that a coding has while it is resized, else its own. */
  span({ id, start, end }: Coding): Span {
    return this.draft && this.of(id) ? this.draft.span : { start, end }
  }

  /** Whether something is drawn that was not told yet. */
  get open(): boolean {
    return this.draft !== null
  }

  /** Whether it is this coding that is resized. */
  of(id: string): boolean {
    return this.draft?.coding.id === id
  }

  /** Draws a coding on other words; of one that is resized already, what it was is still known. */
  draw(coding: Coding, span: Span, alone: boolean): void {
    const whole = this.draft?.coding.id === coding.id ? this.draft.coding : coding
    if (this.draft && (this.draft.coding !== whole || this.draft.alone !== alone)) this.giveUp()
    const before = this.draft?.before ?? new Map(this.together(whole, alone).map((each) => [each.id, each]))
    const drawn = new Map([...before].map(([id, each]) => [id, { ...each, ...span }]))
    this.draft = { coding: whole, span, alone, before, drawn }
    for (const [id, each] of drawn) if (this.bench.threads.get(id)) this.put(id, each)
  }

  /** A key made a coding longer or shorter; it is told when the keys rest. */
  step(coding: Coding, side: Side, direction: 1 | -1, unit: Unit, alone = false): Span {
    if (this.draft && this.draft.coding.id !== coding.id) this.end()
    const span = this.bench.borders.resized(this.span(coding), side, direction, unit)
    this.draw(coding, span, alone)
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.end(), REST)
    return span
  }

  /** Tells what was drawn. */
  end(): void {
    window.clearTimeout(this.timer)
    const { draft } = this
    this.draft = null
    if (!draft || !this.bench.threads.get(draft.coding.id)) return
    const { coding, span, alone } = draft
    if (coding.start !== span.start || coding.end !== span.end) this.bench.done(coding, span, alone)
  }

  /** Draws everything as it was; what others changed meanwhile is left as it is. */
  giveUp(): void {
    window.clearTimeout(this.timer)
    const { draft } = this
    this.draft = null
    for (const [id, drawn] of draft?.drawn ?? []) {
      if (this.bench.threads.get(id)?.coding === drawn) this.put(id, draft?.before.get(id) as Coding)
    }
  }

  /** The codings that get new words together: those on one passage. */
  private together(coding: Coding, alone: boolean): Coding[] {
    if (alone || !coding.passage) return [coding]
    return this.bench.threads.inOrder().filter((each) => each.passage === coding.passage)
  }

  private put(id: string, coding: Coding): void {
    this.bench.drawn(this.bench.threads.replace(id, coding))
  }
}
