import { type Codebook, dyeOf, dyes } from './codebook'
import type { Step } from './steps'

/** The dyes of the three capitals stand in pairs at the head of the list. */
const PAIRED = 6

/** The colours that go with one, in the order in which codes under it take them: its dye's family, filled and open. */
export function family(color: string): string[] {
  const { dye } = dyeOf(color)
  const at = (dyes as readonly string[]).indexOf(dye)
  if (at < 0) return [color] // a colour from elsewhere has no relatives
  const kin = at < PAIRED ? [dye, dyes[at % 2 ? at - 1 : at + 1] as string] : [dye]
  return [...kin, ...kin.map((one) => `${one}/open`)]
}

/** The steps that give codes a colour, and all under each of them its family, so that siblings differ. */
export function recolouring(book: Codebook, ids: readonly string[], color: string): Step[] {
  const colors = new Map<string, string>()
  const give = (id: string, own: string) => {
    colors.set(id, own)
    const kin = family(own).filter((one) => one !== own)
    const order = kin.length ? [...kin, own] : [own]
    for (const [at, child] of book.children(id).entries()) give(child.id, order[at % order.length] as string)
  }
  for (const id of ids) give(id, color)
  return [...colors].filter(([id, one]) => book.get(id)?.color !== one).map(([code, one]) => ({ code, color: one }))
}
