import type { Part } from './sentences'

/** A sentence without its links. */
export const wordsOf = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.what === 'count' ? part.text : part.name)).join('')
