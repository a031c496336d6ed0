import type { Code } from '../api/names'
import type { Codebook } from './codebook'
import { after, type Step } from './steps'

/** A place in the tree; the position counts without the codes that go there. */
export interface Place {
  /** '' is the top of the codebook. */
  parent: string
  position: number
}

export type Direction = 'up' | 'down' | 'in' | 'out'

const idOf = ({ id }: Code): string => id
const parentOf = (book: Codebook, code: Code): string => book.get(code.parent)?.id ?? ''

/** Chosen codes in the order of the tree, without those that go along with one above them. */
export function topmost(book: Codebook, ids: readonly string[]): Code[] {
  const chosen = new Set(ids)
  const codes = book.walk().map(({ code }) => code)
  return codes.filter(({ id }) => chosen.has(id) && !book.ancestors(id).some((above) => chosen.has(above.id)))
}

/** The steps that bring codes to a place, in the order of the tree; none when one of them can't stand there. */
export function movesTo(book: Codebook, ids: readonly string[], { parent, position }: Place): Step[] {
  const moving = topmost(book, ids).map(idOf)
  if (!moving.every((id) => book.mayStandUnder(id, parent))) return []
  const rest = book.children(parent).map(idOf)
  const others = rest.filter((id) => !moving.includes(id))
  return ordering(book, parent, others.toSpliced(position, 0, ...moving), moving)
}

/** The steps after which the codes under a parent stand in an order; only those that move are moved. */
function ordering(book: Codebook, parent: string, order: readonly string[], moving: readonly string[]): Step[] {
  const steps: Step[] = []
  let now = book.children(parent).map(idOf)
  for (const [at, code] of order.entries()) {
    if (!moving.includes(code)) continue
    const others = now.filter((id) => id !== code)
    const position = at ? others.indexOf(order[at - 1] as string) + 1 : 0
    if (now[position] === code) continue
    const isNew = !now.includes(code)
    now = others.toSpliced(position, 0, code)
    steps.push(isNew ? { code, parent, position } : { code, position })
  }
  return steps
}

/** The steps that move codes one place up or down among their siblings, under the one before them, or out of their parent. */
export function movesBy(book: Codebook, ids: readonly string[], direction: Direction): Step[] {
  const chosen = topmost(book, ids)
  const steps: Step[] = []
  let now = book
  for (const parent of new Set(chosen.map((code) => parentOf(book, code)))) {
    const siblings = chosen.filter((code) => parentOf(book, code) === parent).map(idOf)
    const next = together[direction](now, parent, siblings)
    steps.push(...next)
    now = after(now, next)
  }
  return steps
}

/** Moves codes that stand under one parent. */
type Together = (book: Codebook, parent: string, moving: readonly string[]) => Step[]

const together: Record<Direction, Together> = {
  up: (book, parent, moving) => ordering(book, parent, raised(book.children(parent).map(idOf), moving), moving),
  down(book, parent, moving) {
    const turned = raised(book.children(parent).map(idOf).toReversed(), moving)
    return ordering(book, parent, turned.toReversed(), moving)
  },
  in(book, parent, moving) {
    const siblings = book.children(parent).map(idOf)
    const above = siblings[siblings.indexOf(moving[0] as string) - 1]
    return above ? movesTo(book, moving, { parent: above, position: book.children(above).length }) : []
  },
  out(book, parent, moving) {
    const from = book.get(parent)
    if (!from) return []
    const beside = parentOf(book, from)
    return movesTo(book, moving, {
      parent: beside,
      position: book.children(beside).findIndex(({ id }) => id === from.id) + 1,
    })
  },
}

/** An order in which some have changed places with the one before them; those at the top stay. */
function raised(order: readonly string[], moving: readonly string[]): string[] {
  const next = [...order]
  for (let i = 1; i < next.length; i++) {
    const [before, one] = [next[i - 1] as string, next[i] as string]
    if (moving.includes(one) && !moving.includes(before)) next.splice(i - 1, 2, one, before)
  }
  return next
}

/** The codes that others can be merged into: all that are coded with, are none of them and don't stand under one. */
export function mergeable(book: Codebook, ids: readonly string[]) {
  const under = new Set(ids.flatMap((id) => book.withDescendants(id)))
  return book.walk().filter(({ code }) => code.codable && !under.has(code.id))
}
