import type { Span } from './coding'
import type { Transcript } from './transcript'

/** What a selection is stretched by. */
export type Unit = 'word' | 'sentence' | 'turn'

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
    const index = this.turnFor(position, direction)
    const offset = this.transcript.offsetIn(index, position)
    const borders = this.bordersOf(index, unit, direction)
    const found = direction > 0 ? borders.find((b) => b > offset) : borders.findLast((b) => b < offset)
    return found === undefined ? this.endOf(index, direction) : this.transcript.positionIn(index, found)
  }

  /** The span longer or shorter by one word at its end, never empty. */
  resized(span: Span, direction: 1 | -1): Span {
    const end = direction > 0 ? this.next(span.end, 'word', 1) : this.wordEndBefore(span.end)
    return end > span.start ? { start: span.start, end } : span
  }

  private wordEndBefore(position: number): number {
    const start = this.next(position, 'word', -1)
    return this.trimmed({ start: 0, end: start })?.end ?? start
  }

  private endOf(index: number, direction: 1 | -1): number {
    const { start, end } = this.transcript.turn(index)
    return direction > 0 ? end : start
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

  /** UTF-16 offsets at which a unit ends (going forward) or begins (going back). */
  private bordersOf(index: number, unit: Unit, direction: 1 | -1): number[] {
    const text = this.transcript.textOf(index)
    if (unit === 'turn') return [direction > 0 ? text.length : 0]
    const pieces = [...(unit === 'word' ? this.words : this.sentences).segment(text)]
    const kept = unit === 'word' ? pieces.filter((piece) => piece.isWordLike) : pieces
    return kept.map(({ index: at, segment }) => (direction > 0 ? at + segment.trimEnd().length : at))
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
