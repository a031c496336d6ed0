import type { Coding, Span } from '../surface'
import { overlap } from './codings'

/** The codings that touch some words, in the order of the text. */
export const codingsOn = (codings: readonly Coding[], words: Span | null): Coding[] =>
  words ? codings.filter((coding) => overlap(coding, words)) : []
