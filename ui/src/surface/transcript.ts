import type { Span, Turn } from './coding'
import { Positions } from './positions'

/** A source's text and its turns: which turn holds a position, and where in it. */
export class Transcript {
  readonly positions: Positions
  private readonly starts: Int32Array

  constructor(
    text: string,
    readonly turns: readonly Turn[],
  ) {
    this.positions = new Positions(text)
    this.starts = Int32Array.from(turns, (turn) => this.positions.utf16(turn.start))
  }

  turn(index: number): Turn {
    const turn = this.turns[index]
    if (!turn) throw new RangeError(`There is no turn ${index} among ${this.turns.length}.`)
    return turn
  }

  /** The last turn that begins at or before a position; the first when none does. */
  turnAt(position: number): number {
    let low = 0
    let high = this.turns.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.turn(middle).start <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The turns a span touches, from the first to the last; none when it lies between two turns. */
  turnsOf(span: Span): [first: number, last: number] {
    let first = this.turnAt(span.start)
    if (first < this.turns.length - 1 && this.turn(first).end <= span.start) first++
    return [first, this.turnAt(Math.max(span.start, span.end - 1))]
  }

  textOf(index: number): string {
    return this.positions.slice(this.turn(index))
  }

  /** The UTF-16 offset of a position inside a turn, drawn to the turn's ends. */
  offsetIn(index: number, position: number): number {
    const turn = this.turn(index)
    const inside = Math.max(turn.start, Math.min(position, turn.end))
    return this.positions.utf16(inside) - (this.starts[index] as number)
  }

  /** The position of a UTF-16 offset inside a turn. */
  positionIn(index: number, offset: number): number {
    return this.positions.point((this.starts[index] as number) + offset)
  }
}
