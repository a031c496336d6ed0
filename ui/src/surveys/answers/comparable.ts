import type { Question, Survey } from '../../api/names'
import type { Comparable } from '../../cases/asked'

/** The kinds of questions whose answers are compared, as the kinds of variables that they are like. */
const kinds: Partial<Record<Question['kind'], Comparable['kind']>> = {
  single: 'one',
  scale: 'one',
  multiple: 'several',
  number: 'decimal',
  date: 'date',
  text: 'text',
}

/** What a condition can compare: questions and scales of a survey, and the variables of cases that none of them hides. */
export function comparable({ questions, scales }: Survey, variables: readonly Comparable[]): Comparable[] {
  const own = questions.flatMap((one) => asComparable(one) ?? [])
  const measures = scales.map(({ id, name }) => ({ id, name, kind: 'decimal' as const, options: [], missing: [] }))
  const taken = new Set([...own, ...measures].map(({ name }) => name.toLowerCase()))
  return [...own, ...measures, ...variables.filter(({ name }) => !taken.has(name.toLowerCase()))]
}

function asComparable({ id, name, options, missing, kind }: Question): Comparable | undefined {
  const as = kinds[kind]
  return as && { id, name, options, missing, kind: as }
}
