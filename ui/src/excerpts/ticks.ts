import type { Codebook } from '../codebook/codebook'

/** Whether a code's passages are chosen: all, none, or only those of some codes under it. */
export type Tick = 'all' | 'some' | 'none'

/** A chosen code stands for all under it, unless it stands alone. */
export function tickOf(book: Codebook, chosen: readonly string[], id: string, alone = false): Tick {
  if (alone) return chosen.includes(id) ? 'all' : 'none'
  const above = [...book.ancestors(id).map((code) => code.id), id]
  if (above.some((one) => chosen.includes(one))) return 'all'
  return book.withDescendants(id).some((one) => chosen.includes(one)) ? 'some' : 'none'
}

/**
 * What is chosen after a code was ticked or unticked. Unticking one under a chosen code leaves
 * the others that stood with it.
 */
export function ticked(book: Codebook, chosen: readonly string[], id: string, alone = false): string[] {
  if (alone) return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]
  if (tickOf(book, chosen, id) !== 'all') {
    const under = new Set(book.withDescendants(id))
    return [...chosen.filter((one) => !under.has(one)), id]
  }
  if (chosen.includes(id)) return chosen.filter((one) => one !== id)
  const path = [...book.ancestors(id).map((code) => code.id), id]
  const from = path.findIndex((one) => chosen.includes(one))
  const left = path.slice(from, -1).flatMap((parent, i) => {
    const onPath = path[from + i + 1]
    return book.children(parent).filter((child) => child.id !== onPath)
  })
  return [...chosen.filter((one) => one !== path[from]), ...left.map((code) => code.id)]
}
