import type { CaseDetail, Variable } from '../api/names'
import { Check, SelectField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { Line } from './Line'
import { choicesOf } from './options'
import { useCells } from './useCells'
import { chosenIn, toggled, typed, valueIn } from './values'

interface ValuesProps {
  one: CaseDetail
  variables: readonly Variable[]
  may: boolean
}

/** What is known of a case, variable by variable. */
export function Values({ one, variables, may }: ValuesProps) {
  const set = useCells()
  const mine = variables.filter(({ of }) => of === 'both' || of === one.kind)
  return (
    <section aria-label={m.cases_variables()}>
      <h2>{m.cases_variables()}</h2>
      {mine.length ? null : <p className="soft">{m.cases_noVariablesHow()}</p>}
      <div className="case-values">
        {mine.map((variable) => (
          <ValueField
            key={variable.id}
            variable={variable}
            text={typed(valueIn(one.values, variable))}
            may={may}
            onKeep={(text) => set([{ one, variable, text }])}
          />
        ))}
      </div>
    </section>
  )
}

interface ValueProps {
  variable: Variable
  text: string
  may: boolean
  onKeep: (text: string) => void
}

function ValueField({ variable, text, may, onKeep }: ValueProps) {
  const { name, unit, label, kind } = variable
  const title = unit ? m.cases_inUnit({ name, unit }) : name
  const choices = choicesOf(variable)
  if (kind === 'several' && choices.length) return <Ticks {...{ variable, text, may, onKeep }} />
  if (!choices.length) return <Line label={title} hint={label || undefined} text={text} may={may} onKeep={onKeep} />
  return (
    <SelectField
      label={title}
      hint={label || undefined}
      value={text}
      disabled={!may}
      options={[{ value: '', name: '' }, ...choices]}
      onChange={onKeep}
    />
  )
}

function Ticks({ variable, text, may, onKeep }: ValueProps) {
  const chosen = chosenIn(text)
  return (
    <fieldset className="field">
      <legend className="label">{variable.name}</legend>
      {choicesOf(variable).map(({ value, name }) => (
        <Check
          key={value}
          checked={chosen.includes(value)}
          disabled={!may}
          onChange={() => onKeep(toggled(text, value))}
        >
          {name}
        </Check>
      ))}
    </fieldset>
  )
}
