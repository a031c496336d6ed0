import type { Span } from './coding'
import type { Transcript } from './transcript'

/** What a selection or a passage is stretched by. */
export type Unit = 'character' | 'word' | 'sentence' | 'turn'

/** An end of a passage. */
export type Side = 'start' | 'end'

const space = /\s/u

/** Where words, sentences and characters begin and end in a transcript. */
export class Borders {
  private readonly characters: Intl.Segmenter
  private readonly words: Intl.Segmenter
  private readonly sentences: Intl.Segmenter

  constructor(
    private readonly transcript: Transcript,
    language?: string,
  ) {
    this.characters = new Intl.Segmenter(language, { granularity: 'grapheme' })
    this.words = new Intl.Segmenter(language, { granularity: 'word' })
    this.sentences = new Intl.Segmenter(language, { granularity: 'sentence' })
  }

  /** The passage meant by a selection: whole characters, no space at its ends; null when nothing is left. */
  passage(span: Span): Span | null {
    const tight = this.trimmed(span)
    if (!tight) return null
    return { start: this.character(tight.start, 'start'), end: this.character(tight.end, 'end') }
  }

  /** The next border in a direction; at the end of a turn, the first in its neighbour. */
  next(position: number, unit: Unit, direction: 1 | -1): number {
    return this.border(position, unit, direction > 0 ? 'end' : 'start', direction)
  }

  /** The span longer or shorter at one of its ends, never empty. */
  resized(span: Span, side: Side, direction: 1 | -1, unit: Unit = 'word'): Span {
    const shrunk = side === 'end' && direction < 0 && unit === 'word'
    const moved = shrunk ? this.wordEndBefore(span.end) : this.border(span[side], unit, side, direction)
    const next = { ...span, [side]: moved }
    return next.start < next.end ? next : span
  }

  /** The span with one end where the hand is, at the nearest border; it keeps its first or last word, or character. */
  pulled(span: Span, side: Side, position: number, unit: 'character' | 'word'): Span {
    const nearest = this.nearest(position, side, unit)
    if (side === 'end') return { start: span.start, end: Math.max(nearest, this.border(span.start, unit, 'end', 1)) }
    return { start: Math.min(nearest, this.border(span.end, unit, 'start', -1)), end: span.end }
  }

  /** The sentence at a position, without the space after it; null in a turn that says nothing. */
  sentenceAt(position: number): Span | null {
    const index = this.transcript.turnAt(position)
    const text = this.transcript.textOf(index)
    const offset = Math.min(this.transcript.offsetIn(index, position), text.length - 1)
    const found = this.sentences.segment(text).containing(offset)
    if (!found) return null
    const [start, end] = [found.index, found.index + found.segment.length]
    return this.trimmed({
      start: this.transcript.positionIn(index, start),
      end: this.transcript.positionIn(index, end),
    })
  }

  /** The beginning of the word that is nearest to a position. */
  wordStart(position: number): number {
    return this.nearest(position, 'start', 'word')
  }

  /** The whole turns that a span touches. */
  turns(span: Span): Span {
    const [first, last] = this.transcript.turnsOf(span)
    return { start: this.transcript.turn(first).start, end: this.transcript.turn(last).end }
  }

  /** The next place in a direction where a unit begins, or ends; without one, the position itself. */
  private border(position: number, unit: Unit, side: Side, direction: 1 | -1): number {
    const first = this.turnFor(position, direction)
    for (const index of [first, first + direction]) {
      if (!this.transcript.turns[index]) break
      const borders = this.bordersOf(index, unit, side).map((offset) => this.transcript.positionIn(index, offset))
      const found = direction > 0 ? borders.find((b) => b > position) : borders.findLast((b) => b < position)
      if (found !== undefined) return found
    }
    return position
  }

  private nearest(position: number, side: Side, unit: 'character' | 'word'): number {
    const index = this.transcript.turnAt(position)
    const offset = this.transcript.offsetIn(index, position)
    const borders = this.bordersOf(index, unit, side)
    if (unit === 'word') borders.push(...this.bordersOf(index, 'sentence', side))
    const far = (border: number) => Math.abs(border - offset)
    return this.transcript.positionIn(
      index,
      borders.reduce((a, b) => (far(b) < far(a) ? b : a)),
    )
  }

  private wordEndBefore(position: number): number {
    const start = this.next(position, 'word', -1)
    return this.trimmed({ start: 0, end: start })?.end ?? start
  }

  /** At the end of a turn the next border is in the neighbour. */
  private turnFor(position: number, direction: 1 | -1): number {
    const index = this.transcript.turnAt(position)
    const last = this.transcript.turns.length - 1
    const { start, end } = this.transcript.turn(index)
    if (direction > 0 && position >= end) return Math.min(last, index + 1)
    if (direction < 0 && position <= start) return Math.max(0, index - 1)
    return index
  }

  /** UTF-16 offsets at which a unit begins, or ends, in a turn, in order; the turn's own end is always among them. */
  private bordersOf(index: number, unit: Unit, side: Side): number[] {
    const text = this.transcript.textOf(index)
    const own = side === 'end' ? text.length : 0
    const pieces = unit === 'turn' ? [] : this.pieces(text, unit)
    const borders = pieces.map(({ index: at, segment }) => (side === 'end' ? at + segment.trimEnd().length : at))
    if (side === 'end' && borders.at(-1) !== own) borders.push(own)
    if (side === 'start' && borders[0] !== own) borders.unshift(own)
    return borders
  }

  private pieces(text: string, unit: 'character' | 'word' | 'sentence'): Intl.SegmentData[] {
    if (unit === 'word') return [...this.words.segment(text)].filter((piece) => piece.isWordLike)
    if (unit === 'sentence') return [...this.sentences.segment(text)]
    return [...this.characters.segment(text)].filter(({ segment }) => segment.trim())
  }

  private trimmed({ start, end }: Span): Span | null {
    const { positions } = this.transcript
    const { text } = positions
    let from = positions.utf16(start)
    let to = positions.utf16(end)
    while (from < to && space.test(text.charAt(from))) from++
    while (to > from && space.test(text.charAt(to - 1))) to--
    return from < to ? this.insideTurns({ start: positions.point(from), end: positions.point(to) }) : null
  }

  /** Ends that lie between two turns move to the turn inside the span. */
  private insideTurns({ start, end }: Span): Span | null {
    const [first, last] = this.transcript.turnsOf({ start, end })
    const from = Math.max(start, this.transcript.turn(first).start)
    const to = Math.min(end, this.transcript.turn(last).end)
    return from < to ? { start: from, end: to } : null
  }

  private character(position: number, side: 'start' | 'end'): number {
    const index = this.transcript.turnAt(side === 'end' ? position - 1 : position)
    const offset = this.transcript.offsetIn(index, position)
    const found = this.characters.segment(this.transcript.textOf(index)).containing(offset)
    if (!found || found.index === offset) return position
    const border = side === 'start' ? found.index : found.index + found.segment.length
    return this.transcript.positionIn(index, border)
  }
}
