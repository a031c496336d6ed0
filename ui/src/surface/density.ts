import { afterFrame } from './frames'
import { grouped } from './grouped'
import type { Palette } from './palette'
import type { Scrolling } from './scroll'
import { bars, DARKEST, runs, runsOf, shadesOf } from './shades'
import { dyed, svg } from './svg'
import type { Threads } from './threads'
import type { Transcript } from './transcript'
import type { Words } from './words'

/** The units across: grey at the left, the dyes of codes that are looked for at the right. */
const [GREY, DYES, WIDTH] = [[1, 7], [8, 14], 15] as const

/** The height of a stretch that is drawn, in px. */
const STRETCH = 2

/** The share of the view that Page Up and Page Down move by. */
const PAGE = 0.9

interface Parts {
  /** What scrolls the text. */
  scroller: HTMLElement
  transcript: Transcript
  threads: Threads
  palette: Palette
  scrolling: Scrolling
  words: Words
}

/** A bar as long as the view that stands for the whole text: how densely it is coded, and where the reader is. */
export class Density {
  private readonly shades = Array.from({ length: DARKEST }, (_, i) => svg('path', { class: `shade s${i + 1}` }))
  private readonly dyes = svg('g', {})
  private readonly view = piece('view')
  private readonly marks: HTMLElement[] = []
  private readonly drawing = svg('svg', { 'aria-hidden': 'true', preserveAspectRatio: 'none' }, [
    ...this.shades,
    this.dyes,
  ])
  private codes: ReadonlySet<string> = new Set()
  private turn = 0
  private readonly redraw = afterFrame(() => this.draw())
  private readonly follow = afterFrame(() => this.look())

  constructor(
    private readonly el: HTMLElement,
    private readonly parts: Parts,
    signal: AbortSignal,
  ) {
    el.classList.add('density')
    el.append(this.drawing, this.view)
    this.say()
    this.listen(signal)
    const sizes = new ResizeObserver(() => this.stale())
    sizes.observe(el)
    signal.addEventListener('abort', () => {
      sizes.disconnect()
      this.redraw.cancel()
      this.follow.cancel()
      el.replaceChildren()
    })
  }

  /** Codings, or what is lit, changed: drawn again when the text itself is painted. */
  stale(): void {
    this.redraw.ask()
    this.follow.ask()
  }

  /** The codes whose places are shown in their dye while none is lit. */
  show(codes: Iterable<string>): void {
    this.codes = new Set(codes)
    this.stale()
  }

  /** Marks places of the text, given in code points. */
  mark(positions: readonly number[]): void {
    for (const el of this.marks.splice(0)) el.remove()
    for (const position of positions) {
      const el = piece('mark')
      el.style.setProperty('top', this.percent(position))
      this.marks.push(el)
      this.el.append(el)
    }
  }

  private get stretches(): number {
    return Math.max(1, Math.floor(this.el.clientHeight / STRETCH))
  }

  private percent(position: number): string {
    return `${(100 * position) / Math.max(1, this.parts.transcript.positions.length)}%`
  }

  private draw(): void {
    const { threads, transcript } = this.parts
    const { length } = transcript.positions
    const { stretches } = this
    this.drawing.setAttribute('viewBox', `0 0 ${WIDTH} ${stretches}`)
    const shades = shadesOf(threads.codings(), length, stretches)
    for (const [i, path] of this.shades.entries()) write(path, bars(runs(shades, i + 1), ...GREY))
    this.dyes.replaceChildren(...this.coloured(length, stretches))
  }

  private coloured(length: number, stretches: number): SVGElement[] {
    const { threads, palette } = this.parts
    const wanted = palette.litCode((id) => threads.get(id)?.coding.code)
    const codes = wanted ? new Set([wanted]) : this.codes
    if (!codes.size) return []
    const byCode = grouped(
      threads.codings().filter(({ code }) => codes.has(code)),
      ({ code }) => code,
    )
    return [...byCode.values()].map((codings) => {
      const path = svg('path', { d: bars(runsOf(codings, length, stretches), ...DYES) })
      return dyed(path, palette.code(codings[0] as (typeof codings)[number]).dye)
    })
  }

  /** Where the reader is. A turn that was gone to is told for as long as it is in view. */
  private look(): void {
    const { scrolling, transcript } = this.parts
    const view = scrolling.view()
    this.view.style.setProperty('top', this.percent(view.start))
    this.view.style.setProperty('bottom', `calc(100% - ${this.percent(view.end)})`)
    const told = transcript.turns[this.turn]
    const kept = document.activeElement === this.el && told && told.start < view.end && told.end > view.start
    if (!kept) this.turn = transcript.turnAt(view.start)
    this.say()
  }

  private say(): void {
    const { transcript, threads, words } = this.parts
    const { length } = transcript.turns
    const codings = threads.parts(this.turn).length
    const value = { valuemin: 1, valuemax: Math.max(1, length), valuenow: this.turn + 1 }
    for (const [name, number] of Object.entries(value)) this.el.setAttribute(`aria-${name}`, String(number))
    this.el.setAttribute('aria-valuetext', words.place(this.turn + 1, length, codings))
  }

  private listen(signal: AbortSignal): void {
    const { el, parts } = this
    parts.scroller.addEventListener('scroll', () => this.follow.ask(), { signal, passive: true })
    el.addEventListener('keydown', (event) => this.onKey(event), { signal })
    el.addEventListener('pointerdown', (event) => this.onPress(event), { signal })
    el.addEventListener('pointermove', (event) => this.onMove(event), { signal })
  }

  private onPress(event: PointerEvent): void {
    if (event.button !== 0) return
    this.el.setPointerCapture(event.pointerId)
    this.el.focus({ preventScroll: true })
    this.goTo(event)
    event.preventDefault()
  }

  private onMove(event: PointerEvent): void {
    if (this.el.hasPointerCapture(event.pointerId)) this.goTo(event)
  }

  private goTo({ clientY }: PointerEvent): void {
    const { top, height } = this.el.getBoundingClientRect()
    const { transcript } = this.parts
    const share = Math.max(0, Math.min(1, (clientY - top) / height))
    const position = Math.min(transcript.positions.length - 1, Math.floor(share * transcript.positions.length))
    this.turn = transcript.turnAt(position)
    void this.parts.scrolling.to({ start: position, end: position }, 'third')
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const last = this.parts.transcript.turns.length - 1
    const turns: Record<string, number> = {
      ArrowDown: this.turn + 1,
      ArrowRight: this.turn + 1,
      ArrowUp: this.turn - 1,
      ArrowLeft: this.turn - 1,
      Home: 0,
      End: last,
    }
    const turn = turns[event.key]
    const pages = { PageDown: PAGE, PageUp: -PAGE }[event.key]
    if (turn !== undefined) this.goToTurn(Math.max(0, Math.min(last, turn)))
    else if (pages) this.turnPages(pages)
    else return
    event.preventDefault()
  }

  private goToTurn(turn: number): void {
    this.turn = turn
    this.say()
    const { start, end } = this.parts.transcript.turn(turn)
    void this.parts.scrolling.to({ start, end }, 'top')
  }

  private turnPages(pages: number): void {
    const { scroller } = this.parts
    this.turn = -1
    scroller.scrollBy({ top: pages * scroller.clientHeight, behavior: 'instant' })
    this.follow.ask()
  }
}

function piece(name: string): HTMLElement {
  const el = document.createElement('i')
  el.className = name
  return el
}

/** Writes a path only where it is another one. */
function write(path: SVGElement, d: string): void {
  if (path.getAttribute('d') !== d) path.setAttribute('d', d)
}
