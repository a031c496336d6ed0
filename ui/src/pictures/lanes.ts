import type { Lane } from '../charts/Lanes'
import type { Codebook } from '../codebook/codebook'
import type { Coding } from '../surface'

export interface CodeLane extends Lane {
  code: string
  /** How many code points of the text have the code. */
  covered: number
}

/** A lane for each code that is given, in order of the codebook. Codings are in order of the text. */
export function lanesOf(codings: readonly Coding[], book: Pick<Codebook, 'walk'>): CodeLane[] {
  return book.walk().flatMap(({ code: { id, name } }) => {
    const mine = codings.filter((one) => one.code === id)
    if (!mine.length) return []
    const stretches = mine.map(({ id: key, start, end }) => ({ key, start, end }))
    return [{ code: id, name, stretches, covered: coveredBy(stretches) }]
  })
}

/** How much some stretches in order cover together, what lies in several of them once. */
function coveredBy(stretches: readonly { start: number; end: number }[]): number {
  let to = 0
  let covered = 0
  for (const { start, end } of stretches) {
    covered += Math.max(0, end - Math.max(start, to))
    to = Math.max(to, end)
  }
  return covered
}
