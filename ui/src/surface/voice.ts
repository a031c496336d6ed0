import { whenAtRest } from '../kit/whenAtRest'
import { inTextOrder } from './coding'
import type { Palette } from './palette'
import type { Row } from './rows'
import type { Threads } from './threads'
import type { Words } from './words'

let surfaces = 0

/** How long rows are described at a time, and the longest that a busy page puts off the next few, in ms. */
const SLICE = 4
const LATEST = 200

/** Gives each row its name and its summary of codings, for those who hear the text. */
export class Voice {
  private readonly prefix = `surface${++surfaces}-`
  private callOff = () => {}

  constructor(
    private readonly threads: Threads,
    private readonly palette: Palette,
    private readonly words: Words,
  ) {}

  /** Names a row by its speaker and text, and describes it by its codings. The summary is hidden, so that finding and copying pass over it. */
  describe(row: Row): void {
    const id = this.prefix + row.index
    if (!row.say.id) this.name(row, id)
    const codes = this.codes(row.index)
    const known = row.el.querySelector<HTMLElement>('.summary')
    if (!codes.length) {
      known?.remove()
      row.el.removeAttribute('aria-describedby')
      return
    }
    const summary = known ?? this.newSummary(row, id)
    const text = this.words.summary(codes)
    if (summary.textContent !== text) summary.textContent = text
  }

  /** Describes all rows while the page rests: browsers tell of those too that are far from the view and not painted. */
  describeAll(rows: readonly Row[]): void {
    this.stop()
    this.callOff = whenAtRest(() => this.describeSome(rows), LATEST)
  }

  private describeSome(rows: readonly Row[]): void {
    const began = performance.now()
    let next = 0
    for (; next < rows.length && performance.now() - began < SLICE; next++) this.describe(rows[next] as Row)
    if (next < rows.length) this.describeAll(rows.slice(next))
  }

  stop(): void {
    this.callOff()
  }

  /** Says again what a row that was described before is described by. */
  update(row: Row): void {
    if (row.say.id) this.describe(row)
  }

  private name(row: Row, id: string): void {
    row.say.id = `${id}-say`
    row.who.id = `${id}-who`
    row.el.setAttribute('aria-labelledby', `${row.who.id} ${row.say.id}`)
  }

  private newSummary(row: Row, id: string): HTMLElement {
    const el = document.createElement('p')
    el.className = 'summary'
    el.id = `${id}-codings`
    el.hidden = true
    row.el.append(el)
    row.el.setAttribute('aria-describedby', el.id)
    return el
  }

  private codes(turn: number): string[] {
    const codings = this.threads.parts(turn).map((part) => part.thread.coding)
    return codings.sort(inTextOrder).map((coding) => this.palette.code(coding).name)
  }
}
