import type { Facets } from '../api/names'
import { isNarrowed, toggled } from '../app/search-params'
import { ByCases } from '../cases/ByCases'
import { facetKinds, type Query } from '../data/search'
import { m } from '../paraglide/messages'
import { unfiltered } from './asked'
import { Facet } from './Facet'
import { choices, type Names } from './facets'

interface FacetListProps {
  facets?: Facets
  query: Query
  names: Names
  onAsk: (change: Query) => void
}

/** What narrows a search down. Each count is of the turns that would be found if it were chosen. */
export function FacetList({ facets, query, names, onAsk }: FacetListProps) {
  return (
    <aside className="facets" aria-label={m.search_narrow()}>
      {facetKinds.map((kind) => (
        <Facet
          key={kind}
          kind={kind}
          caption={kind === 'strand' ? m.search_turnsOf() : undefined}
          choices={choices(kind, facets, query, names)}
          chosen={query[kind] ?? []}
          onToggle={(value) => onAsk(toggled(query, kind, value))}
        />
      ))}
      <ByCases filter={query} onChange={onAsk} />
      {isNarrowed(query) ? (
        <button type="button" className="btn sm" onClick={() => onAsk(unfiltered)}>
          {m.search_clear()}
        </button>
      ) : null}
    </aside>
  )
}
