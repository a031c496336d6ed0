import { count, listed } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Codebook } from './codebook'
import type { Clash } from './staging'
import type { Refused, Step } from './steps'

const MOST = 3

const nameOf = (book: Codebook, id: string): string => book.get(id)?.name ?? m.codes_gone()
const quoted = (book: Codebook, id: string): string => m.codes_quoted({ name: nameOf(book, id) })

/** Codes by name, as far as a sentence bears. */
function names(book: Codebook, steps: readonly Step[]): string {
  const all = [...new Set(steps.map(({ code }) => code))].map((id) => quoted(book, id))
  return all.length > MOST ? count(all.length, 'code') : listed(all)
}

/** What a gesture does, in words. Book is the codebook before it. */
export function wordsOf(book: Codebook, steps: readonly Step[]): string {
  const [step] = steps
  if (!step) return ''
  const called = names(book, steps)
  if (step.create) return creating(book, step)
  if (step.remove) return removing(book, called, steps)
  if (step.mergeInto) return m.codes_stepMerge({ codes: called, code: nameOf(book, step.mergeInto) })
  if (step.name !== undefined) return m.codes_stepRename({ codes: called, name: step.name })
  if (step.color !== undefined) return m.codes_stepColour({ codes: called })
  if (step.parent === undefined && step.position === undefined) return m.codes_stepDescribe({ codes: called })
  return moveWords(book, called, step)
}

function creating(book: Codebook, { name = '', parent }: Step): string {
  const codes = m.codes_quoted({ name })
  return parent ? m.codes_stepCreateUnder({ codes, code: nameOf(book, parent) }) : m.codes_stepCreate({ codes })
}

function moveWords(book: Codebook, called: string, { code, parent }: Step): string {
  if (parent === '') return m.codes_stepTop({ codes: called })
  if (parent !== undefined) return m.codes_stepMove({ codes: called, code: nameOf(book, parent) })
  const within = book.get(book.get(code)?.parent)
  return within ? m.codes_stepPlaceIn({ codes: called, code: within.name }) : m.codes_stepPlace({ codes: called })
}

function removing(book: Codebook, codes: string, steps: readonly Step[]): string {
  const more =
    new Set(steps.flatMap(({ code }) => (book.get(code) ? book.withDescendants(code) : []))).size - steps.length
  return more > 0 ? m.codes_stepRemoveUnder({ codes, more: count(more, 'code') }) : m.codes_stepRemove({ codes })
}

/** Why a gesture can't be made any more. */
export const whyNot: Readonly<Record<Refused, () => string>> = {
  gone: m.codes_whyGone,
  cycle: m.codes_whyCycle,
  name: m.codes_whyName,
  heading: m.codes_whyHeading,
}

/** A field of a clash, as a person reads its value. */
export function shownValue(book: Codebook, field: Clash['field'], value: unknown): string {
  if (field === 'parent') return value ? m.codes_underThis({ code: nameOf(book, String(value)) }) : m.codes_atTheTop()
  if (field === 'codable') return value ? m.codes_a_code() : m.codes_a_heading()
  return m.codes_quoted({ name: String(value) })
}
