import type { Params } from '../../app/search-params'
import type { AnswerQuery } from '../../data/surveys'

const words = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one !== '')

/** Which answers are shown, as the address says it. */
export function askedAnswers({ question, q, where, code, coded, sort, show }: Params): AnswerQuery {
  const one = (value: unknown) => words(value)[0]
  const conditions = words(where)
  const shown = words(show)
  return {
    ...(one(question) && { question: one(question) }),
    ...(one(q)?.trim() && { q: one(q) }),
    ...(conditions.length && { where: conditions }),
    ...(one(code) && { code: one(code) }),
    ...((coded === 'yes' || coded === 'no') && { coded }),
    ...(one(sort) && { sort: one(sort) }),
    ...(shown.length && { show: shown }),
  }
}

/** Whether a query leaves answers out. */
export const narrows = ({ q, where, code, coded }: AnswerQuery): boolean => Boolean(q || where?.length || code || coded)
