import { type ReactNode, useState } from 'react'
import { plain } from '../codebook/codebook'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { NamedField } from './partKinds'
import { Tick } from './Tick'
import { isLookedUp, useFound } from './useNames'
import type { Value } from './writing'

/** A name that can be chosen. */
export interface Name {
  /** As it is written in a query. */
  text: string
  color?: string
}

interface NamePicksProps {
  label: ReactNode
  field: NamedField
  names: readonly Name[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** From how many names on there is a field that finds them. */
const FEW = 8

/** Names with a tick at each; what else is chosen stands before them. */
export function NamePicks({ label, field, names, chosen, onChange }: NamePicksProps) {
  const [typed, setTyped] = useState('')
  const { found, total } = useFound(field, names, typed)
  const isShown = ({ text, whole }: Value) => whole && found.some((one) => one.text === text)
  const isOn = ({ text }: Name) => chosen.some((one) => one.whole && one.text === text)
  const toggle = (text: string, whole: boolean) => {
    const rest = chosen.filter((one) => one.text !== text || one.whole !== whole)
    onChange(rest.length < chosen.length ? rest : [...chosen, { text, whole }])
  }
  return (
    <fieldset className="fac name-picks">
      <legend className="label">{label}</legend>
      {isLookedUp(field) || total > FEW || typed ? (
        <input
          className="input"
          aria-label={m.search_findName()}
          placeholder={m.search_findName()}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} // what is shown is not chosen yet
        />
      ) : null}
      <ul>
        {chosen
          .filter((one) => !isShown(one))
          .map(({ text, whole }) => (
            <li key={`chosen ${whole} ${text}`}>
              <Tick
                choice={{ value: text, name: whole ? text : m.search_nameHas({ words: text }) }}
                checked
                onToggle={() => toggle(text, whole)}
              />
            </li>
          ))}
        {found.map((one) => (
          <li key={one.text}>
            <Tick
              choice={{ value: one.text, name: one.text, color: one.color }}
              checked={isOn(one)}
              onToggle={() => toggle(one.text, true)}
            />
          </li>
        ))}
      </ul>
      <p className="cap" aria-live="polite">
        {total > found.length ? m.search_firstFound({ n: figure(found.length), all: figure(total) }) : null}
        {total || !typed ? null : m.search_noName()}
      </p>
    </fieldset>
  )
}

/** The values of a part: whole names where they are some, else words. */
export const chosenOf = (
  values: readonly string[] | null | undefined,
  names: readonly Name[],
  whole: readonly boolean[] = [],
): Value[] =>
  (values ?? []).map((text, i) => {
    const name = names.find((one) => plain(one.text) === plain(text))
    return name ? { text: name.text, whole: true } : { text, whole: whole[i] ?? false }
  })
