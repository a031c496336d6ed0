import { useState } from 'react'
import { Choice } from '../kit/Choice'
import { m } from '../paraglide/messages'
import type { Comparable, Condition, Sign } from './asked'
import { choicesOf } from './options'

interface NewConditionProps {
  variables: readonly Comparable[]
  /** What it begins with; else the first variable. */
  initial?: Condition
  /** Leaves out the condition that there is a value. */
  compared?: boolean
  onAdd: (condition: Condition) => void
  onCancel: () => void
}

const signNames: Record<Sign | 'none' | 'any', () => string> = {
  '=': m.cases_signIs,
  '!=': m.cases_signIsNot,
  '>=': m.cases_signAtLeast,
  '<=': m.cases_signAtMost,
  '>': m.cases_signMore,
  '<': m.cases_signLess,
  none: m.cases_signNone,
  any: m.cases_signAny,
}

/** A variable, how it compares, and with what. */
export function NewCondition({ variables, initial, compared, onAdd, onCancel }: NewConditionProps) {
  const [id, setId] = useState((variables.find(({ name }) => name === initial?.variable) ?? variables[0])?.id ?? '')
  const [sign, setSign] = useState<Sign | 'none' | 'any'>(initial ? (initial.value ? initial.sign : 'none') : '=')
  const [value, setValue] = useState(initial?.value ?? '')
  const variable = variables.find((one) => one.id === id)
  if (!variable) return null
  const signs = (isOrdered(variable) ? ordered : plain).filter((one) => !compared || one !== 'any')
  const bare = sign === 'none' || sign === 'any'
  const add = () =>
    onAdd({
      variable: variable.name,
      sign: sign === 'none' ? '=' : sign === 'any' ? '!=' : sign,
      value: bare ? '' : value.trim(),
    })
  return (
    <form
      className="row wrap"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Choice
        label={m.cases_variable()}
        value={id}
        options={variables.map(({ id, name }) => ({ value: id, name }))}
        onChange={(next) => {
          setId(next)
          setSign('=')
          setValue('')
        }}
      />
      <Choice
        label={m.cases_compare()}
        value={sign}
        options={signs.map((one) => ({ value: one, name: signNames[one]() }))}
        onChange={(next) => setSign(next as Sign)}
      />
      {bare ? null : <ValueField variable={variable} value={value} onChange={setValue} />}
      <button type="submit" className="btn primary" disabled={!bare && !value.trim()}>
        {m.cases_filterBy()}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {m.cases_cancel()}
      </button>
    </form>
  )
}

const plain = ['=', '!=', 'any', 'none'] as const
const ordered = ['=', '!=', '>=', '<=', '>', '<', 'any', 'none'] as const

const isOrdered = ({ kind }: Comparable): boolean => kind === 'integer' || kind === 'decimal' || kind === 'date'

interface ValueFieldProps {
  variable: Comparable
  value: string
  onChange: (value: string) => void
}

function ValueField({ variable, value, onChange }: ValueFieldProps) {
  const choices = choicesOf(variable)
  if (choices.length)
    return <Choice label={m.cases_value()} value={value} any={m.cases_choose()} options={choices} onChange={onChange} />
  return (
    <input
      className="input short"
      aria-label={m.cases_value()}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
