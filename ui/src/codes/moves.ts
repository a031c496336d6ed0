import type { Code } from '../api/names'
import type { Codebook } from '../codebook/codebook'

/** A new place for a code; positions count among its siblings without itself. */
export interface Place {
  /** '' is the top of the codebook. */
  parent?: string
  position: number
}

export type Direction = 'up' | 'down' | 'in' | 'out'

const siblings = (book: Codebook, code: Code) => {
  const list = book.children(book.get(code.parent)?.id ?? '')
  return { list, at: list.findIndex((one) => one.id === code.id) }
}

/** Where a code goes: up or down among its siblings, under the one before it, or beside its parent. */
export function placeOf(book: Codebook, code: Code, direction: Direction): Place | undefined {
  const { list, at } = siblings(book, code)
  if (direction === 'up') return at > 0 ? { position: at - 1 } : undefined
  if (direction === 'down') return at < list.length - 1 ? { position: at + 1 } : undefined
  if (direction === 'in') return under(book, list[at - 1])
  const parent = book.get(code.parent)
  if (!parent) return undefined
  return { parent: book.get(parent.parent)?.id ?? '', position: siblings(book, parent).at + 1 }
}

const under = (book: Codebook, code: Code | undefined): Place | undefined =>
  code && { parent: code.id, position: book.children(code.id).length }

/** The codes that one can be merged into: all that are coded with and don't stand under it. */
export function mergeable(book: Codebook, code: Code) {
  const under = new Set(book.withDescendants(code.id))
  return book.walk().filter(({ code: one }) => one.codable && !under.has(one.id))
}
