import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useProjectId } from '../app/project'
import { plain } from '../codebook/codebook'
import { COUNTED, noCode, speakerNames } from '../data/search'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Choice, type FacetKind, facetTitles } from './facets'
import { Tick } from './Tick'

/** How many choices stand before "Show all", and from how many on there is a field that finds them. */
const SHORT = 7
const LONG = 20

interface FacetProps {
  kind: FacetKind
  /** What the counts are. */
  caption?: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onToggle: (value: string) => void
}

/** Choices of one kind with the number of turns behind each. */
export function Facet({ kind, caption, choices, chosen, onToggle }: FacetProps) {
  const [all, setAll] = useState(false)
  const [typed, setTyped] = useState('')
  const some = useMatching(kind, choices, typed)
  const shown = all
    ? some.slice(0, COUNTED)
    : choices.filter(({ value }, i) => i < SHORT || value === noCode || chosen.includes(value))
  if (!choices.length) return null
  const toggleAll = () => {
    setAll(!all)
    setTyped('')
  }
  return (
    <section className="fac">
      <h3>
        {facetTitles[kind]()}
        {caption ? <span className="n">{caption}</span> : null}
      </h3>
      {all && choices.length > LONG ? (
        <input
          className="input"
          aria-label={m.search_findIn({ kind: facetTitles[kind]() })}
          placeholder={m.search_findName()}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      ) : null}
      <ul>
        {shown.map((choice) => (
          <li key={choice.value}>
            <Tick choice={choice} checked={chosen.includes(choice.value)} onToggle={onToggle} />
          </li>
        ))}
      </ul>
      {all && some.length > shown.length ? (
        <p className="cap">{m.search_firstFound({ n: figure(shown.length), all: figure(some.length) })}</p>
      ) : null}
      {all && typed && !some.length ? <p className="cap">{m.search_noName()}</p> : null}
      {choices.length > shown.length || all ? (
        <button type="button" className="btn quiet sm more" onClick={toggleAll}>
          {all ? m.search_fewer() : showAll(kind, choices.length)}
        </button>
      ) : null}
    </section>
  )
}

/** Of speakers no more are known than are counted. */
const showAll = (kind: FacetKind, n: number): string =>
  kind === 'speaker' && n >= COUNTED ? m.search_showMore() : m.search_showAll({ n: figure(n) })

/** The choices whose names some letters are in; speakers beyond those that are counted are asked for. */
function useMatching(kind: FacetKind, choices: readonly Choice[], typed: string): readonly Choice[] {
  const q = plain(typed)
  const isCut = kind === 'speaker' && choices.length >= COUNTED && q !== ''
  const { data } = useQuery({ ...speakerNames(useProjectId(), q), enabled: isCut, placeholderData: keepPreviousData })
  if (!q) return choices
  const known = new Set(choices.map(({ value }) => plain(value)))
  const others = isCut ? (data?.items ?? []).filter((name) => !known.has(plain(name))) : []
  return [...choices.filter(({ name }) => plain(name).includes(q)), ...others.map((name) => ({ value: name, name }))]
}
