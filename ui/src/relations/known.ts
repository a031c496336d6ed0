import type { Question, Survey, Variable } from '../api/names'
import type { Comparable } from '../cases/asked'
import { m } from '../paraglide/messages'

/** Something that can be analysed: a question, a scale, or a variable of the cases. */
export interface Known {
  name: string
  /** Its words; '' where it has none but its name. */
  label: string
  /** How it can be looked at. */
  kind: 'list' | 'several' | 'item' | 'number' | 'date' | 'text'
  from: 'question' | 'scale' | 'case'
  options: readonly { value: string; label?: string }[]
  missing: readonly string[]
}

const ofQuestion: Record<string, Known['kind']> = {
  single: 'list',
  multiple: 'several',
  scale: 'item',
  number: 'number',
  date: 'date',
}

const ofVariable: Record<string, Known['kind']> = {
  one: 'list',
  yesno: 'list',
  several: 'several',
  integer: 'number',
  decimal: 'number',
  date: 'date',
}

/** Everything of a survey that can be analysed. A variable of cases that is called like a question is not there. */
export function knownOf(survey: Survey, variables: readonly Variable[]): Known[] {
  const own = [...survey.questions.filter(isAnalysed).map(fromQuestion), ...survey.scales.map(fromScale)]
  const taken = new Set(own.map(({ name }) => name.toLowerCase()))
  return [...own, ...variables.filter(({ name }) => !taken.has(name.toLowerCase())).map(fromVariable)]
}

const isAnalysed = ({ kind }: Question): boolean => kind in ofQuestion

const fromQuestion = ({ name, label, kind, options, missing }: Question): Known => ({
  name,
  label,
  kind: ofQuestion[kind] ?? 'text',
  from: 'question',
  options,
  missing,
})

const fromScale = ({ name }: Survey['scales'][number]): Known => ({
  name,
  label: '',
  kind: 'number',
  from: 'scale',
  options: [],
  missing: [],
})

const fromVariable = ({ name, label, kind, options, missing }: Variable): Known => ({
  name,
  label,
  kind: ofVariable[kind] ?? 'text',
  from: 'case',
  options: kind === 'yesno' ? yesNo() : options,
  missing,
})

const yesNo = () => [
  { value: 'yes', label: m.relations_yes() },
  { value: 'no', label: m.relations_no() },
]

/** Whether each has one of a list of values, so that it can stand at the side of a table. */
export const isListed = ({ kind }: Known): boolean => kind === 'list' || kind === 'item' || kind === 'several'

/** Whether each has one value, so that it divides the responses. */
export const isDividing = ({ kind }: Known): boolean => kind === 'list' || kind === 'item'

/** Whether it can be calculated with. */
export const isMeasured = ({ kind }: Known): boolean => kind === 'number' || kind === 'item'

/** Whether it stands in a model as what explains. */
export const isExplaining = (one: Known): boolean => isMeasured(one) || isDividing(one)

/** Its words, or its name where it has none. */
export const wordsOf = ({ name, label }: { name: string; label: string }): string => label || name

/** A variable by its name, whatever its case. */
export const knownAs = (all: readonly Known[], name: string | undefined): Known | undefined =>
  name === undefined ? undefined : all.find((one) => one.name.toLowerCase() === name.toLowerCase())

/** Those that have all the words in their name or label; the ones that begin with them first. */
export function found(all: readonly Known[], words: string): Known[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const has = ({ name, label }: Known) => {
    const text = `${name} ${label}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  }
  const begins = ({ name }: Known) => Number(name.toLowerCase().startsWith(wanted[0] ?? ''))
  return all.filter(has).toSorted((a, b) => begins(b) - begins(a))
}

/** A variable as conditions take it. */
export const asComparable = ({ name, kind, options, missing }: Known): Comparable => ({
  id: name,
  name,
  kind: kinds[kind],
  options: [...options],
  missing: [...missing],
})

const kinds = { list: 'one', item: 'one', several: 'several', number: 'decimal', date: 'date', text: 'text' } as const
