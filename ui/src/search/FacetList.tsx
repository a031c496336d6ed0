import type { Facets } from '../api/names'
import { isNarrowed, toggled } from '../app/search-params'
import { ByCases } from '../cases/ByCases'
import { COUNTED } from '../data/found'
import { facetKinds, type Query } from '../data/search'
import { m } from '../paraglide/messages'
import { BySearches } from '../savedsearches/BySearches'
import { unfiltered } from './asked'
import { CaseFacet } from './CaseFacet'
import { choices } from './choices'
import { Facet } from './Facet'
import type { Names } from './facets'
import { LongChoices } from './LongChoices'

interface FacetListProps {
  facets?: Facets
  query: Query
  names: Names
  /** By which variable of cases turns are counted. */
  variable?: string
  onAsk: (change: Query & { variable?: string }) => void
}

/** What narrows a search down. Each count is of the turns that would be found if it were chosen. */
export function FacetList({ facets, query, names, variable, onAsk }: FacetListProps) {
  return (
    <aside className="facets" aria-label={m.search_narrow()}>
      {facetKinds.map((kind) => (
        <Facet
          key={kind}
          kind={kind}
          caption={kind === 'strand' ? m.search_turnsOf() : undefined}
          choices={choices(kind, facets, query, names)}
          long={LongChoices}
          more={kind === 'speaker' && (facets?.speaker.length ?? 0) >= COUNTED ? m.search_showMore() : undefined}
          chosen={query[kind] ?? []}
          onToggle={(value) => onAsk(toggled(query, kind, value))}
        />
      ))}
      <CaseFacet {...{ query, variable, onAsk }} />
      <ByCases filter={query} onChange={onAsk} />
      <BySearches filter={query} onChange={onAsk} />
      {isNarrowed(query) ? (
        <button type="button" className="btn sm" onClick={() => onAsk(unfiltered)}>
          {m.search_clear()}
        </button>
      ) : null}
    </aside>
  )
}
