import { isNarrowed, toggled } from '../app/search-params'
import { CaseChips } from '../cases/CaseChips'
import { type Filter, facetKinds } from '../data/search'
import { m } from '../paraglide/messages'
import { Chip } from './Chip'
import { facetTitles, type Names, named } from './facets'

interface ChipsProps {
  filter: Filter
  names: Names
  onAsk: (filter: Filter) => void
}

/** What is narrowed down to, as words that can be taken away. */
export function Chips({ filter, names, onAsk }: ChipsProps) {
  if (!isNarrowed(filter)) return null
  const off = (kind: keyof Filter, value: string) => onAsk(toggled(filter, kind, value))
  return (
    <ul className="chips row wrap tight" aria-label={m.search_narrowedTo()}>
      {facetKinds.flatMap((kind) =>
        (filter[kind] ?? []).map((value) => (
          <Chip
            key={kind + value}
            title={facetTitles[kind]()}
            {...named(kind, value, names)}
            onRemove={() => off(kind, value)}
          />
        )),
      )}
      <CaseChips filter={filter} onRemove={off} />
    </ul>
  )
}
