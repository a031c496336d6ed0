import type { Params } from '../app/search-params'

/** What a count of words asks for, as its address has it. */
export interface WordsShown {
  strand?: string
  /** Letters that a word has at least. */
  least?: string
  /** How many words are shown. */
  limit?: string
  moderators?: 'true'
  /** Stop words count too. */
  all?: 'true'
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
const on = (value: unknown): 'true' | undefined => (value === 'true' ? value : undefined)

/** A number in an address, when it is one from 1 to `most`. */
const upTo = (value: unknown, most: number): string | undefined => {
  const n = Number(value)
  return Number.isInteger(n) && n >= 1 && n <= most ? String(n) : undefined
}

export const wordsShown = ({ strand, least, limit, moderators, all }: Params): WordsShown => ({
  strand: text(strand),
  least: upTo(least, 50),
  limit: upTo(limit, 1000),
  moderators: on(moderators),
  all: on(all),
})

/** Whose codings of which strand a picture is made of. */
export interface CodedShown {
  strand?: string
  coder?: string
}

export const codedShown = ({ strand, coder }: Params): CodedShown => ({ strand: text(strand), coder: text(coder) })
