import type { Span } from './coding'
import { grouped } from './grouped'
import type { MeasuredNote, RowBoxes } from './measure'
import type { Row } from './rows'
import { layerOf, svg } from './svg'
import type { Transcript } from './transcript'
import type { Words } from './words'

/** Memos on the same words. */
export interface Note extends Span {
  /** The passage they are on. */
  id: string
  memos: number
  /** How many words they are on. */
  words: number
}

/** What of a note lies in one turn. */
export interface NotePart {
  note: Note
  turn: number
  /** UTF-16 offsets in the turn. */
  start: number
  end: number
  first: boolean
  last: boolean
}

/** The height of a button, and so the least distance between two, in px. */
const BUTTON = 24

/** Where the bracket of a note without a coding runs, in px from the margin's left edge. */
const BRACKET = 1

/** The memos of a text: a button at the first line of their words, and a bracket where no coding has one. */
export class Notes {
  private byTurn = new Map<number, NotePart[]>()
  private readonly buttons = new Map<string, HTMLButtonElement>()

  constructor(
    private readonly transcript: Transcript,
    private readonly words: Words,
    private readonly opened: (note: Note) => void,
  ) {}

  /** Takes a whole list; returns the turns touched, before or after. */
  set(list: readonly Note[]): Set<number> {
    const touched = new Set(this.byTurn.keys())
    this.byTurn = grouped(
      list.flatMap((note) => this.partsOf(note)),
      (part) => part.turn,
    )
    const ids = new Set(list.map((note) => note.id))
    for (const id of this.buttons.keys()) if (!ids.has(id)) this.buttons.delete(id)
    for (const turn of this.byTurn.keys()) touched.add(turn)
    return touched
  }

  parts(turn: number): readonly NotePart[] {
    return this.byTurn.get(turn) ?? []
  }

  /** Draws the notes of a row; `current` is the row whose buttons the Tab key reaches. */
  draw(row: Row, boxes: RowBoxes, current: boolean): void {
    const starting = boxes.notes.filter((part) => part.first)
    row.el.classList.toggle('noted', starting.length > 0)
    if (boxes.notes.length) this.fill(row, boxes, this.placed(starting, current))
    else eraseNotes(row)
  }

  private fill(row: Row, boxes: RowBoxes, buttons: readonly HTMLElement[]): void {
    const brackets = boxes.notes.filter((part) => !isCoded(part, boxes)).map((part) => bracket(part, boxes.height))
    const drawing = svg('svg', { class: 'brackets', 'aria-hidden': 'true', width: '1', height: '1' }, brackets)
    const el = layerOf(row.el, 'notes')
    el.firstElementChild?.replaceWith(drawing)
    for (const old of [...el.children].slice(1)) if (!buttons.includes(old as HTMLElement)) old.remove()
    for (const button of buttons) if (button.parentElement !== el) el.append(button)
  }

  private placed(starting: readonly MeasuredNote[], current: boolean): HTMLElement[] {
    let free = 0
    return starting.map((part) => {
      const top = Math.max(free, Math.round((part.boxes[0]?.top ?? 0) - 1))
      free = top + BUTTON
      const button = this.button(part.note)
      button.style.setProperty('top', `${top}px`)
      button.tabIndex = current ? 0 : -1
      return button
    })
  }

  /** The same button for as long as the words have a memo, or repainting would take the focus away. */
  private button(note: Note): HTMLButtonElement {
    const button = this.buttons.get(note.id) ?? newButton()
    this.buttons.set(note.id, button)
    button.title = this.words.memos(note.memos, note.words)
    button.setAttribute('aria-label', button.title)
    button.onclick = (event) => {
      event.stopPropagation() // the words under it are not meant
      this.opened(note)
    }
    return button
  }

  private partsOf(note: Note): NotePart[] {
    const [first, last] = this.transcript.turnsOf(note)
    const turns = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
    return turns.map((turn) => ({
      note,
      turn,
      start: this.transcript.offsetIn(turn, note.start),
      end: this.transcript.offsetIn(turn, note.end),
      first: turn === first,
      last: turn === last,
    }))
  }
}

export function eraseNotes(row: Row): void {
  row.el.querySelector('.notes')?.remove()
}

const isCoded = ({ note }: MeasuredNote, { parts }: RowBoxes): boolean =>
  parts.some(({ thread: { coding } }) => coding.start === note.start && coding.end === note.end)

function bracket({ boxes, first, last }: MeasuredNote, height: number): SVGElement {
  const top = first ? (boxes[0]?.top ?? 0) + 4 : 0
  const bottom = last ? (boxes.at(-1)?.bottom ?? height) - 2 : height
  return svg('path', { class: 'note', d: `M${BRACKET} ${top}V${bottom}` })
}

function newButton(): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'memos'
  const icon = document.createElement('i')
  icon.className = 'i i-memos s'
  icon.setAttribute('aria-hidden', 'true')
  button.append(icon)
  return button
}
