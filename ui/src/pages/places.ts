import type { PageWord } from '../api/names'
import type { Span } from '../surface'

/** A rectangle on a page, in points. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** How far apart two boxes may stand to be drawn as one band, in heights of a line. */
const GAP = 1.5

/** Where a range stands on a page: one band a line. */
export function bandsOf(words: readonly PageWord[], { start, end }: Span): Box[] {
  const bands: Box[] = []
  for (const word of words) {
    if (word.end <= start || word.start >= end) continue
    const last = bands.at(-1)
    if (last && continues(last, word)) {
      last.right = Math.max(last.right, word.right)
      last.left = Math.min(last.left, word.left)
    } else bands.push({ left: word.left, top: word.top, right: word.right, bottom: word.bottom })
  }
  return bands
}

const continues = (band: Box, { left, right, top, bottom }: Box): boolean =>
  Math.abs(band.top - top) < 1 &&
  Math.abs(band.bottom - bottom) < 1 &&
  left - band.right < GAP * (bottom - top) &&
  band.left - right < GAP * (bottom - top)

/** How much farther away it is above or below a line than beside it. */
const ACROSS = 1000

/** The word nearest to a point; one on the same line is nearer than one above or below it. */
export function nearest(words: readonly PageWord[], x: number, y: number): PageWord | undefined {
  let best: PageWord | undefined
  let least = Number.POSITIVE_INFINITY
  for (const word of words) {
    const away = outside(x, word.left, word.right) + ACROSS * outside(y, word.top, word.bottom)
    if (away < least) [best, least] = [word, away]
  }
  return best
}

/** The word under a point. */
export const at = (words: readonly PageWord[], x: number, y: number): PageWord | undefined =>
  words.find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)

const outside = (at: number, from: number, to: number): number => Math.max(from - at, at - to, 0)

/** The smallest range that holds both. */
export const around = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })

/**
 * The page on which a position stands, from 0: pages are asked for their words by halves, since texts run from page to
 * page. A position between the texts of two pages is on the earlier one.
 */
export async function pageOf(
  position: number,
  pages: number,
  words: (page: number) => Promise<readonly PageWord[]>,
): Promise<number> {
  let [low, high] = [0, pages - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const first = await firstFrom(middle, high, words)
    if (first !== undefined && first <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** Where the text of a page begins, or of the first after it that has text. */
async function firstFrom(page: number, last: number, words: (page: number) => Promise<readonly PageWord[]>) {
  for (let at = page; at <= last; at++) {
    const [first] = await words(at)
    if (first) return first.start
  }
  return undefined
}
