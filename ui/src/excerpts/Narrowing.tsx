import type { Source } from '../api/names'
import { usePeople, useSources, useStrands } from '../app/project'
import { isNarrowed, toggled } from '../app/search-params'
import { ByCases } from '../cases/ByCases'
import type { Filter } from '../data/search'
import { m } from '../paraglide/messages'
import { BySearches } from '../savedsearches/BySearches'
import { Facet } from '../search/Facet'

const kinds = ['strand', 'source', 'coder'] as const
export type NarrowingKind = (typeof kinds)[number]

interface NarrowingProps {
  /** Of these; all of them where it isn't said. */
  kinds?: readonly NarrowingKind[]
  filter: Filter
  onChange: (filter: Filter) => void
  onClear: () => void
}

/** Which passages are listed: by code, strand, source, coder and case. */
export function Narrowing({ kinds: shown = kinds, filter, onChange, onClear }: NarrowingProps) {
  const strands = useStrands()
  const sources = useSources()
  const people = usePeople()
  const codings = (some: readonly Source[]) => some.reduce((sum, source) => sum + source.codings, 0)
  const coders = new Set(sources.flatMap((source) => source.coders))
  const choices = {
    strand: strands.map(({ id, name }) => ({
      value: id,
      name,
      count: codings(sources.filter((s) => s.strand === id)),
    })),
    source: sources.map(({ id, title, codings: count }) => ({ value: id, name: title, count })),
    coder: [...coders].map((id) => ({ value: id, name: id === people.me ? m.excerpts_you() : people.name(id) })),
  }
  return (
    <>
      {shown.map((kind) => (
        <Facet
          key={kind}
          kind={kind}
          choices={choices[kind]}
          chosen={filter[kind] ?? []}
          onToggle={(value) => onChange(toggled(filter, kind, value))}
        />
      ))}
      <ByCases filter={filter} onChange={onChange} />
      <BySearches filter={filter} onChange={onChange} />
      {isNarrowed(filter) ? (
        <button type="button" className="btn sm" onClick={onClear}>
          {m.excerpts_clear()}
        </button>
      ) : null}
    </>
  )
}
