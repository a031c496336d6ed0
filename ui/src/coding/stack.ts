import type { Coding, Pointing, Span, Surface } from '../surface'
import { sameSpan } from './codings'

/** How codings are told. */
interface Told {
  called(code: string): string
  wordsOf(span: Span): string
  coderOf(coding: Coding): string
}

/** What was pointed at, in words: which of how many codings is lit, and what it says. */
export function toldOf({ codings, lit }: Pointing, { called, wordsOf, coderOf }: Told): string {
  if (!codings.length) return 'Nothing is coded here.'
  if (!lit) return 'Nothing is lit.'
  const at = codings.length > 1 ? `${codings.indexOf(lit) + 1} of ${codings.length} codings: ` : ''
  return `${at}‘${called(lit.code)}’, ${wordsOf(lit)}, coded by ${coderOf(lit)}`
}

/** Opens words in the inspector: by a coding on exactly these, where there is one, else by selecting them. */
export function openWords(surface: Surface | null, codings: readonly Coding[], words: Span): void {
  const there = codings.find((coding) => sameSpan(coding, words))
  surface?.light(there?.id ?? null)
  if (there) surface?.clearSelection()
  else surface?.select(words)
}
