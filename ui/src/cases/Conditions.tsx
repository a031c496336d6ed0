import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { type Comparable, type Condition, written } from './asked'
import { NewCondition } from './NewCondition'
import { said } from './said'

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
