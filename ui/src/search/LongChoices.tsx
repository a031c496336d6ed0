import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useProjectId } from '../app/project'
import { plain } from '../codebook/codebook'
import { COUNTED, speakerNames } from '../data/found'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { FacetProps } from './Facet'
import { type Choice, type FacetKind, facetTitles } from './facets'
import { Tick } from './Tick'

/** From how many choices on there is a field that finds them. */
const LONG = 20

/** All choices of a kind, found by typing where they are many. */
export function LongChoices({ kind, choices, chosen, onToggle }: FacetProps) {
  const [typed, setTyped] = useState('')
  const some = useMatching(kind, choices, typed)
  const shown = some.slice(0, COUNTED)
  return (
    <>
      {choices.length > LONG ? (
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
      {some.length > shown.length ? (
        <p className="cap">{m.search_firstFound({ n: figure(shown.length), all: figure(some.length) })}</p>
      ) : null}
      {typed && !some.length ? <p className="cap">{m.search_noName()}</p> : null}
    </>
  )
}

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
