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

/** Names with a tick at each; those that were chosen stand before the others. */
export function NamePicks({ label, field, names, chosen, onChange }: NamePicksProps) {
  const [typed, setTyped] = useState('')
  const { found, total } = useFound(field, names, typed)
  const [first] = useState(chosen) // so that none moves when it is unticked
  const isOf = (list: readonly Value[], { text, whole }: Value) =>
    list.some((one) => one.text === text && one.whole === whole)
  const others = chosen.filter((one) => !isOf(first, one) && !found.some(({ text }) => one.whole && text === one.text))
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
        {[...first, ...others].map((one) => (
          <li key={`chosen ${one.whole} ${one.text}`}>
            <Tick
              choice={{
                value: one.text,
                name: one.whole ? one.text : m.search_nameHas({ words: one.text }),
                color: names.find(({ text }) => text === one.text)?.color,
              }}
              checked={isOf(chosen, one)}
              onToggle={() => toggle(one.text, one.whole)}
            />
          </li>
        ))}
        {found
          .filter(({ text }) => !isOf(first, { text, whole: true }))
          .map((one) => (
            <li key={one.text}>
              <Tick
                choice={{ value: one.text, name: one.text, color: one.color }}
                checked={isOf(chosen, { text: one.text, whole: true })}
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
