import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { type Comparable, type Condition, conditionOf, written } from './asked'
import { choicesOf } from './CellEditor'
import { NewCondition } from './NewCondition'

interface ConditionsProps {
  /** Such as `sector=Food` or `employees>=10`. */
  where: readonly string[]
  variables: readonly Comparable[]
  onChange: (where: string[]) => void
  /** Whether another condition is being made. */
  adding: boolean
  /** It was made, or is not to be. */
  onAdded: () => void
}

/** The conditions that something is narrowed by, each to be taken away, and the one that is being made. */
export function Conditions({ where, variables, onChange, adding, onAdded }: ConditionsProps) {
  const add = (condition: Condition) => {
    onChange([...where.filter((one) => one !== written(condition)), written(condition)])
    onAdded()
  }
  return (
    <>
      {adding ? <NewCondition variables={variables} onAdd={add} onCancel={onAdded} /> : null}
      {where.length ? <Made where={where} variables={variables} onChange={onChange} /> : null}
    </>
  )
}

function Made({ where, variables, onChange }: Pick<ConditionsProps, 'where' | 'variables' | 'onChange'>) {
  return (
    <ul className="row wrap tight">
      {where.map((text) => (
        <li key={text}>
          <button type="button" className="chip" onClick={() => onChange(where.filter((one) => one !== text))}>
            {said(text, variables)}
            <Icon name="x" small />
            <span className="sr">{m.cases_leaveOut()}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

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
