import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Coding, Pointing, Span, Surface } from '../surface'
import { sameSpan } from './codings'

/** How codings are told. */
interface Told {
  called(code: string): string
  wordsOf(span: Span): string
  coderOf(coding: Coding): string
}

/** What was pointed at, in words: which of how many codings is lit, and what it says. */
export function toldOf(
  { codings, lit }: Pick<Pointing, 'codings' | 'lit'>,
  { called, wordsOf, coderOf }: Told,
): string {
  if (!codings.length) return m.coding_nothingHere()
  if (!lit) return m.coding_nothingLit()
  const told = m.coding_told({ code: called(lit.code), words: wordsOf(lit), name: coderOf(lit) })
  if (codings.length === 1) return told
  const n = figure(codings.indexOf(lit) + 1)
  return m.coding_toldOneOf({ n, codings: count(codings.length, 'coding'), told })
}

/** Opens words in the inspector: by a coding on exactly these, where there is one, else by selecting them. */
export function openWords(surface: Surface | null, codings: readonly Coding[], words: Span): void {
  const there = codings.find((coding) => sameSpan(coding, words))
  surface?.light(there?.id ?? null)
  if (there) surface?.clearSelection()
  else surface?.select(words)
}
