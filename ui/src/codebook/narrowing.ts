import type { Code } from '../api/names'
import { type Codebook, plain } from './codebook'

/** Which codes are shown by how often they were used. */
export type Usage = 'all' | 'unused' | 'most'

/** How many of the most used codes are shown. */
const MOST = 10

/** The codes that a filter and a usage leave, with everything above them; null when neither narrows. */
export function narrowed(book: Codebook, filter: string, usage: Usage): Set<string> | null {
  const wanted = plain(filter)
  if (!wanted && usage === 'all') return null
  const used = usedAs(book, usage)
  const left = new Set<string>()
  for (const code of book.codes) {
    if (!plain(code.name).includes(wanted) || !used(code)) continue
    left.add(code.id)
    for (const above of book.ancestors(code.id)) left.add(above.id)
  }
  return left
}

function usedAs(book: Codebook, usage: Usage): (code: Code) => boolean {
  if (usage === 'all') return () => true
  if (usage === 'unused') return (code) => code.codable && !code.own
  const most = book.codes.filter(({ own }) => own).toSorted((a, b) => b.own - a.own)
  const least = most[Math.min(MOST, most.length) - 1]?.own ?? Number.POSITIVE_INFINITY
  return ({ own }) => own >= least
}
