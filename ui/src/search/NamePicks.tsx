import { type ReactNode, useState } from 'react'
import { plain } from '../codebook/codebook'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Tick } from './Tick'
import type { Value } from './writing'

/** A name that can be chosen. */
export interface Name {
  /** As it is written in a query. */
  text: string
  color?: string
}

interface NamePicksProps {
  label: ReactNode
  names: readonly Name[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** From how many names on there is a field that finds them, and the most that are shown at once. */
const FEW = 8
const MOST = 60

/** Names with a tick at each; what else is chosen stands before them, as it is written. */
export function NamePicks({ label, names, chosen, onChange }: NamePicksProps) {
  const [typed, setTyped] = useState('')
  const isOn = ({ text }: Name) => chosen.some((one) => one.whole && one.text === text)
  const words = chosen.filter(({ whole }) => !whole)
  const found = names.filter(({ text }) => plain(text).includes(plain(typed)))
  const toggle = (text: string, whole: boolean) => {
    const rest = chosen.filter((one) => one.text !== text || one.whole !== whole)
    onChange(rest.length < chosen.length ? rest : [...chosen, { text, whole }])
  }
  return (
    <fieldset className="fac name-picks">
      <legend className="label">{label}</legend>
      {names.length > FEW ? (
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
        {words.map(({ text }) => (
          <li key={`words ${text}`}>
            <Tick
              choice={{ value: text, name: m.search_nameHas({ words: text }) }}
              checked
              onToggle={() => toggle(text, false)}
            />
          </li>
        ))}
        {found.slice(0, MOST).map((one) => (
          <li key={one.text}>
            <Tick
              choice={{ value: one.text, name: one.text, color: one.color }}
              checked={isOn(one)}
              onToggle={() => toggle(one.text, true)}
            />
          </li>
        ))}
      </ul>
      {found.length > MOST ? <p className="cap">{m.search_firstNamed({ n: figure(MOST) })}</p> : null}
    </fieldset>
  )
}

/** The values of a part: whole names where they are some, else words. */
export const chosenOf = (values: readonly string[] | null | undefined, names: readonly Name[]): Value[] =>
  (values ?? []).map((text) => {
    const name = names.find((one) => plain(one.text) === plain(text))
    return name ? { text: name.text, whole: true } : { text, whole: false }
  })
