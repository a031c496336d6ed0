import { m } from '../paraglide/messages'
import { type Comparable, type Condition, conditionOf } from './asked'
import { choicesOf } from './options'

/** A condition as one says it: "employees is at least 10". */
export function said(text: string, variables: readonly Comparable[]): string {
  const condition = conditionOf(
    text,
    variables.map(({ name }) => name),
  )
  return condition ? sentenceOf(condition, variables) : text
}

function sentenceOf({ variable, sign, value }: Condition, variables: readonly Comparable[]): string {
  const of = variables.find(({ name }) => name === variable)
  const name = (of && choicesOf(of).find((one) => one.value === value)?.name) ?? value
  if (!value) return sign === '=' ? m.cases_without({ variable }) : m.cases_with({ variable })
  return signNames[sign]({ variable, value: name })
}

const signNames = {
  '=': m.cases_is,
  '!=': m.cases_isNot,
  '>': m.cases_more,
  '>=': m.cases_atLeast,
  '<': m.cases_less,
  '<=': m.cases_atMost,
}
