import { type ComponentType, useState } from 'react'
import { noCode } from '../data/search'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Choice, type FacetKind, facetTitles } from './facets'
import { Tick } from './Tick'

/** How many choices stand before "Show all". */
const SHORT = 7

export interface FacetProps {
  kind: FacetKind
  /** What the counts are. */
  caption?: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onToggle: (value: string) => void
  /** Shows all choices where they are too many for a list. */
  long?: ComponentType<Omit<FacetProps, 'caption'>>
  /** What leads to all of them, where there are more than are counted. */
  more?: string
}

/** Choices of one kind with the number of turns behind each. */
export function Facet({ caption, long: Long, more, ...of }: FacetProps) {
  const { kind, choices, chosen, onToggle } = of
  const [all, setAll] = useState(false)
  const shown = all
    ? choices
    : choices.filter(({ value }, i) => i < SHORT || value === noCode || chosen.includes(value))
  if (!choices.length) return null
  return (
    <section className="fac">
      <h3>
        {facetTitles[kind]()}
        {caption ? <span className="n">{caption}</span> : null}
      </h3>
      {all && Long ? (
        <Long {...of} />
      ) : (
        <ul>
          {shown.map((choice) => (
            <li key={choice.value}>
              <Tick choice={choice} checked={chosen.includes(choice.value)} onToggle={onToggle} />
            </li>
          ))}
        </ul>
      )}
      {choices.length > shown.length || all ? (
        <button type="button" className="btn quiet sm more" onClick={() => setAll(!all)}>
          {all ? m.search_fewer() : (more ?? m.search_showAll({ n: figure(choices.length) }))}
        </button>
      ) : null}
    </section>
  )
}
