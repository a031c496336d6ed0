import type { Span } from './coding'

/** The first index of a rising list whose value is not below the one sought. */
export function lowerBound(length: number, below: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (below(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** The code point index of every character that takes two UTF-16 units. */
function wideCharacters(text: string): Int32Array {
  const wide: number[] = []
  for (const found of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) wide.push(found.index - wide.length)
  return Int32Array.from(wide)
}

/**
 * Translates between code points, in which the product counts, and UTF-16 units, in which the browser counts.
 * It is the only place that knows both. Costs nothing for a text without wide characters (emoji and the like).
 */
export class Positions {
  /** Length of the text in code points. */
  readonly length: number
  private readonly wide: Int32Array

  constructor(readonly text: string) {
    this.wide = wideCharacters(text)
    this.length = text.length - this.wide.length
  }

  /** The UTF-16 offset of a code point; positions outside are drawn to the ends. */
  utf16(point: number): number {
    const inside = Math.max(0, Math.min(point, this.length))
    const { wide } = this
    return inside + lowerBound(wide.length, (i) => (wide[i] as number) < inside)
  }

  /** The code point that begins at, or holds, a UTF-16 offset. */
  point(utf16: number): number {
    const inside = Math.max(0, Math.min(utf16, this.text.length))
    const { wide } = this
    const before = lowerBound(wide.length, (i) => (wide[i] as number) + i + 1 < inside)
    const last = wide[before]
    return last !== undefined && last + before + 1 === inside ? last : inside - before
  }

  /** The text of a span. */
  slice({ start, end }: Span): string {
    return this.text.slice(this.utf16(start), this.utf16(end))
  }
}
