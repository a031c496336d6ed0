import type { Code } from '../api/names'
import { type Codebook, plain } from '../codebook/codebook'

/** A code that may be meant, and the names above it. */
export interface Candidate {
  code: Code
  path: string
}

/** The most codes that are offered. */
const OFFERED = 60

/** The names above a code, without the headings. */
export const pathOf = (book: Codebook, id: string): string =>
  book
    .ancestors(id)
    .filter(({ codable }) => codable)
    .map(({ name }) => name)
    .join(' / ')

/** How well a name answers what was typed, from 0; Infinity when name and path together don't. */
function distance(name: string, path: string, wanted: string): number {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (` ${name}`.includes(` ${wanted}`)) return 2
  if (name.includes(wanted)) return 3
  const words = wanted.split(' ')
  if (words.every((word) => name.includes(word))) return 4
  return words.every((word) => `${path} ${name}`.includes(word)) ? 5 : Number.POSITIVE_INFINITY
}

/** The codes that are meant by what was typed, best first; without anything typed, those used last come first. */
export function candidates(book: Codebook, typed: string, recent: readonly string[] = []): Candidate[] {
  const wanted = plain(typed)
  const ranked = book.walk().flatMap(({ code }) => {
    if (!code.codable) return []
    const path = pathOf(book, code.id)
    const far = wanted ? distance(plain(code.name), plain(path), wanted) : rankIn(recent, code.id)
    return far === Number.POSITIVE_INFINITY ? [] : [{ code, path, far }]
  })
  return ranked
    .sort((a, b) => a.far - b.far)
    .slice(0, OFFERED)
    .map(({ code, path }) => ({ code, path }))
}

const rankIn = (recent: readonly string[], id: string): number => {
  const at = recent.indexOf(id)
  return at < 0 ? recent.length : at
}

/** A text cut into what was typed and what stands around it. */
export function pieces(name: string, typed: string): [before: string, found: string, after: string] {
  const at = typed.trim() ? name.toLowerCase().indexOf(typed.trim().toLowerCase()) : -1
  if (at < 0) return [name, '', '']
  const end = at + typed.trim().length
  return [name.slice(0, at), name.slice(at, end), name.slice(end)]
}
