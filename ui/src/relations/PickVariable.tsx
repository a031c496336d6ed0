import { useId, useState } from 'react'
import { useOptions } from '../kit/useOptions'
import { m } from '../paraglide/messages'
import { found, type Known, knownAs, wordsOf } from './known'

interface PickVariableProps {
  label: string
  /** The name of the one that is chosen. */
  value?: string
  variables: readonly Known[]
  onPick: (name: string) => void
  /** What the empty field says. */
  hint?: string
}

/** The most that are listed at once; more words find the others. */
const MOST = 60

/** A field that finds a variable by its name or its words: the arrows move, Enter chooses, Esc leaves it as it was. */
export function PickVariable({ label, value, variables, onPick, hint }: PickVariableProps) {
  const id = useId()
  const [typed, setTyped] = useState<string>() // nothing while the list is closed
  const close = () => setTyped(undefined)
  const items = typed === undefined ? [] : found(variables, typed).slice(0, MOST)
  const choose = (one: Known) => {
    close()
    onPick(one.name)
  }
  const options = useOptions({ items, onChoose: choose })
  const chosen = knownAs(variables, value)
  const open = (words = '') => {
    options.restart()
    setTyped(words)
  }
  return (
    <span className="pick">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <span className="pick-field">
        <input
          id={id}
          className="input select"
          {...options.field}
          role="combobox"
          aria-expanded={typed !== undefined}
          aria-activedescendant={typed === undefined ? undefined : options.field['aria-activedescendant']}
          placeholder={hint ?? m.relations_choose()}
          value={typed ?? (chosen ? calledIn(chosen) : (value ?? ''))}
          onFocus={(event) => event.target.select()}
          onClick={() => typed ?? open()}
          onBlur={close}
          onChange={(event) => open(event.target.value)}
          onKeyDown={(event) => {
            if (typed !== undefined && event.key === 'Escape') {
              event.stopPropagation()
              close()
            } else if (typed === undefined && (event.key === 'ArrowDown' || event.key === 'Enter')) {
              event.preventDefault()
              open()
            } else if (typed !== undefined) options.field.onKeyDown(event)
          }}
        />
        {typed === undefined ? null : (
          <ul className="pop pick-list" {...options.list} aria-label={label}>
            {items.map((one, i) => (
              <li key={one.name} className="opt" {...options.option(i)}>
                <span className="cut">{wordsOf(one)}</span>
                {one.label ? <span className="push cap">{one.name}</span> : null}
              </li>
            ))}
            {items.length ? null : <li className="head">{m.relations_noneFound()}</li>}
          </ul>
        )}
      </span>
    </span>
  )
}

const calledIn = ({ name, label }: Known): string => (label ? `${name} · ${label}` : name)
