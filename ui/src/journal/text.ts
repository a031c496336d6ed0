import type { Part } from './sentences'

/** A sentence without its links. */
export const wordsOf = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : 'text' in part ? part.text : part.name)).join('')
