import { clock } from '../kit/time'
import type { Transcript } from './transcript'

const ROWS_IN_CHUNK = 10
const CHARACTERS_IN_CHUNK = 6000

/** One turn in the document. Its text is one text node, written once and never again. */
export interface Row {
  index: number
  el: HTMLElement
  who: HTMLElement
  say: HTMLElement
  text: Text
  chunk: Chunk
}

/** A few rows that the browser lays out, or leaves out, together. */
export interface Chunk {
  el: HTMLElement
  rows: Row[]
}

/** How the text is set, to estimate the height of what is not laid out yet. All in px but the first. */
export interface Setting {
  charactersInLine: number
  line: number
  gap: number
}

/** Builds the rows of a transcript inside a host, and finds them again. */
export class Rows {
  readonly rows: Row[] = []
  readonly chunks: Chunk[] = []

  constructor(
    private readonly host: HTMLElement,
    private readonly transcript: Transcript,
  ) {
    this.build()
    host.append(...this.chunks.map((chunk) => chunk.el))
    this.estimate()
  }

  row(index: number): Row {
    const row = this.rows[index]
    if (!row) throw new RangeError(`There is no row ${index} among ${this.rows.length}.`)
    return row
  }

  /** The row that holds a node, if any. */
  of(node: Node | null): Row | undefined {
    const el = node instanceof Element ? node : node?.parentElement
    const found = el?.closest<HTMLElement>('.turn')
    return found && this.host.contains(found) ? this.rows[Number(found.dataset.turn)] : undefined
  }

  /** Tells the browser how high each chunk will be before it is laid out. */
  estimate(): void {
    const setting = this.setting()
    if (!setting) return
    for (const { el, rows } of this.chunks) {
      const height = rows.reduce((sum, row) => sum + heightOf(row.text.length, setting), 0)
      el.style.setProperty('contain-intrinsic-height', `auto ${Math.round(height)}px`)
    }
  }

  remove(): void {
    for (const { el } of this.chunks) el.remove()
  }

  private build(): void {
    const template = rowTemplate()
    let characters = 0
    for (const turn of this.transcript.turns) {
      const text = this.transcript.textOf(turn.index)
      let chunk = this.chunks.at(-1)
      if (!chunk || chunk.rows.length === ROWS_IN_CHUNK || characters + text.length > CHARACTERS_IN_CHUNK) {
        chunk = { el: document.createElement('section'), rows: [] }
        chunk.el.className = 'chunk'
        this.chunks.push(chunk)
        characters = 0
      }
      characters += text.length
      this.addRow(template.cloneNode(true) as HTMLElement, chunk, text)
    }
  }

  private addRow(el: HTMLElement, chunk: Chunk, words: string): void {
    const turn = this.transcript.turn(this.rows.length)
    const [who, say] = el.children as unknown as [HTMLElement, HTMLElement]
    const text = document.createTextNode(words)
    say.append(text)
    el.dataset.turn = String(turn.index)
    el.setAttribute('aria-posinset', String(turn.index + 1))
    el.setAttribute('aria-setsize', String(this.transcript.turns.length))
    if (turn.moderator) el.classList.add('mod')
    if (turn.speaker) who.append(element('b', turn.speaker))
    if (turn.fromMs !== undefined) who.append(element('time', clock(turn.fromMs)))
    const row = { index: turn.index, el, who, say, text, chunk }
    chunk.rows.push(row)
    chunk.el.append(el)
    this.rows.push(row)
  }

  /** Read from the longest of the first rows. */
  private setting(): Setting | undefined {
    const sample = this.chunks[0]?.rows.reduce((a, b) => (b.text.length > a.text.length ? b : a))
    if (!sample?.text.length) return undefined
    const range = document.createRange()
    range.setStart(sample.text, 0)
    range.setEnd(sample.text, Math.min(300, sample.text.length))
    const width = [...range.getClientRects()].reduce((sum, rect) => sum + rect.width, 0) / range.toString().length
    const line = Number.parseFloat(getComputedStyle(sample.say).lineHeight)
    const gap = Number.parseFloat(getComputedStyle(sample.el).paddingBottom)
    if (!width || !line) return undefined
    return { charactersInLine: Math.max(1, sample.say.clientWidth / width), line, gap: gap || 0 }
  }
}

/** A line breaks a little before it is full: 2 % is what ragged right costs. */
function heightOf(characters: number, { charactersInLine, line, gap }: Setting): number {
  return Math.max(1, Math.ceil((characters * 1.02) / charactersInLine)) * line + gap
}

function rowTemplate(): HTMLElement {
  const row = document.createElement('article')
  row.className = 'turn'
  row.tabIndex = -1
  const who = element('div')
  who.className = 'who'
  const say = element('p')
  say.className = 'say'
  say.dir = 'auto'
  row.append(who, say)
  return row
}

function element(name: string, text?: string): HTMLElement {
  const el = document.createElement(name)
  if (text) el.textContent = text
  return el
}
