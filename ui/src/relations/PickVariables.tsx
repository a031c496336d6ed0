import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { type Known, knownAs, wordsOf } from './known'
import { PickVariable } from './PickVariable'

interface PickVariablesProps {
  label: string
  /** The names of those that are chosen, in their order. */
  chosen: readonly string[]
  variables: readonly Known[]
  onChange: (names: string[]) => void
}

/** Several variables in a row, and a field that adds one. */
export function PickVariables({ label, chosen, variables, onChange }: PickVariablesProps) {
  const left = variables.filter(({ name }) => !chosen.includes(name))
  return (
    <div className="picks">
      <PickVariable
        key={chosen.length}
        label={label}
        variables={left}
        hint={m.relations_addVariable()}
        onPick={(name) => onChange([...chosen, name])}
      />
      {chosen.length ? (
        <ul className="row wrap tight" aria-label={m.relations_chosen({ what: label })}>
          {chosen.map((name) => {
            const one = knownAs(variables, name)
            return (
              <li key={name}>
                <button
                  type="button"
                  className="chip"
                  title={one?.label}
                  onClick={() => onChange(chosen.filter((other) => other !== name))}
                >
                  <span className="cut">{one ? wordsOf(one) : name}</span>
                  <Icon name="x" small />
                  <span className="sr">{m.relations_leaveOut()}</span>
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
    </div>
  )
}
