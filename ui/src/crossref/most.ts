import type { Codebook } from '../codebook/codebook'

/** How many codes are shown with each other, where nobody chose which. */
export const MOST = 10

/** The codes that stand on most passages themselves, in order of the codebook. */
export function mostUsed(book: Codebook, most = MOST): string[] {
  const all = book.walk().map(({ code }) => code)
  const used = all.filter(({ own }) => own > 0).toSorted((a, b) => b.own - a.own)
  const kept = new Set(used.slice(0, most).map(({ id }) => id))
  return all.flatMap(({ id }) => (kept.has(id) ? [id] : []))
}
