import { number } from '../language/figures'
import { language, locale } from '../language/language'
import { m } from '../paraglide/messages'

const counted = {
  case: m.kit_cases,
  response: m.kit_responses,
  change: m.kit_changes,
  code: m.kit_codes,
  coding: m.kit_codings,
  file: m.kit_files,
  memo: m.kit_memos,
  passage: m.kit_passages,
  person: m.kit_people,
  source: m.kit_sources,
  speaker: m.kit_speakers,
  turn: m.kit_turns,
  word: m.kit_words,
}

/** What is counted; each has a message with its forms. */
export type Counted = keyof typeof counted

/** Numbers as figures with their unit: "34 words", "1 word". */
export const count = (n: number, what: Counted): string => counted[what]({ n })

/** A number as it is written: 1,204. */
export const figure = (n: number): string => number(language(), n)

/** Names in a row: "Rukhsana", "Rukhsana and Tom", "Rukhsana, Tom and Jo". */
export const listed = (names: readonly string[]): string => new Intl.ListFormat(locale()).format(names)

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0

export const shorten = (text: string, most: number): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > most ? `${flat.slice(0, most - 1).replace(/\s\S*$/, '')}…` : flat
}
