import type { Code } from '../api/names'
import type { Codebook } from './codebook'

/** The codes on the keys 1 to 9: those that were chosen, the other keys filled from the top of the tree. */
export function favourites(book: Codebook, chosen: Readonly<Record<string, string>>): Map<string, Code> {
  const keys = new Map<string, Code>()
  for (const key of '123456789') {
    const code = book.get(chosen[key])
    if (code?.codable) keys.set(key, code)
  }
  const taken = new Set([...keys.values()])
  const free = book.walk().map(({ code }) => code)
  const rest = free.filter((code) => code.codable && !taken.has(code) && !book.children(code.id).length)
  for (const key of '123456789') {
    const next = keys.has(key) ? undefined : rest.shift()
    if (next) keys.set(key, next)
  }
  return keys
}

/** Which key each code has. */
export const keyOf = (keys: ReadonlyMap<string, Code>): Map<string, string> =>
  new Map([...keys].map(([key, code]) => [code.id, key]))
