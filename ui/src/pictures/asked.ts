import { filterIn, type Params } from '../app/search-params'
import type { Filter } from '../data/search'

/** What a count of words asks for, as its address has it. */
export interface WordsShown extends Omit<Filter, 'code' | 'coder'> {
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

export function wordsShown({ code: _, coder: __, ...params }: Params): WordsShown {
  const { least, limit, moderators, all } = params
  return {
    ...filterIn(params),
    least: upTo(least, 50),
    limit: upTo(limit, 1000),
    moderators: on(moderators),
    all: on(all),
  }
}

/** Whose codings a portrait is made of. */
export interface CodedShown {
  coder?: string
}

export const codedShown = ({ coder }: Params): CodedShown => ({ coder: text(coder) })
