import type { Variable } from '../api/names'
import type { Params } from '../app/search-params'
import type { CaseQuery } from '../data/cases'

/** What the sheet of cases shows, as its address says it. */
export function askedCases({ q, kind, where, sort }: Params): CaseQuery {
  const kinds = words(kind).filter((one) => one === 'firm' || one === 'person')
  const conditions = words(where)
  return {
    ...(typeof q === 'string' && q.trim() && { q }),
    ...(kinds.length && { kind: kinds }),
    ...(conditions.length && { where: conditions }),
    ...(typeof sort === 'string' && sort && { sort }),
  }
}

const words = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')

/** Whether a query leaves cases out. */
export const narrows = ({ q, kind, where }: CaseQuery): boolean => Boolean(q || kind?.length || where?.length)

/** What a condition can be about: what of a variable it looks at. */
export type Comparable = Pick<Variable, 'id' | 'name' | 'kind' | 'options' | 'missing'>

/** How a condition compares; `=` and nothing after it means without a value, `!=` with one. */
export const signs = ['=', '!=', '>', '>=', '<', '<='] as const
export type Sign = (typeof signs)[number]

export interface Condition {
  variable: string
  sign: Sign
  value: string
}

export const written = ({ variable, sign, value }: Condition): string => `${variable}${sign}${value}`

/** A condition as it was written. The longest of the names counts that stands before a sign: a name may hold signs. */
export function conditionOf(text: string, names: readonly string[]): Condition | undefined {
  const found = names.filter((name) => text.startsWith(name)).toSorted((a, b) => b.length - a.length)
  for (const variable of found) {
    const rest = text.slice(variable.length)
    const sign = signs.toSorted((a, b) => b.length - a.length).find((one) => rest.startsWith(one))
    if (sign) return { variable, sign, value: rest.slice(sign.length) }
  }
  return undefined
}
