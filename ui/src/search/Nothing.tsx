import type { ReactNode } from 'react'
import type { Facets } from '../api/names'
import { isNarrowed } from '../app/search-params'
import type { Query } from '../data/search'
import { Empty } from '../kit/states'
import { listed } from '../kit/words'
import { m } from '../paraglide/messages'
import { unfiltered } from './asked'
import { type Names, named } from './facets'

interface NothingProps {
  query: Query
  facets: Facets
  names: Names
  onAsk: (change: Query) => void
}

/** The beginning of a word, and whatever follows. */
const beginning = (word: string): string => `${word.slice(0, Math.max(3, word.length - 2))}*`

/** No turn answers: where else it may be found. */
export function Nothing({ query, facets, names, onAsk }: NothingProps) {
  const { q } = query
  const strands = query.strand ?? []
  const elsewhere = facets.strand
    .filter(({ value }) => !strands.includes(value))
    .reduce((sum, one) => sum + one.count, 0)
  const offer = (name: string, change: Query): ReactNode => (
    <button type="button" className="btn primary" onClick={() => onAsk(change)}>
      {name}
    </button>
  )
  if (strands.length) {
    const where = listed(strands.map((id) => named('strand', id, names).name))
    return (
      <Empty
        title={q ? m.search_nothingIn({ q, where }) : m.search_noTurnsIn({ where })}
        actions={offer(m.search_allStrands(), { strand: undefined })}
      >
        {elsewhere ? m.search_elsewhere({ n: elsewhere }) : m.search_nowhereElse()}
      </Empty>
    )
  }
  if (isNarrowed(query)) {
    return (
      <Empty
        title={q ? m.search_nothingNarrow({ q }) : m.search_noTurnsNarrow()}
        actions={offer(m.search_clear(), unfiltered)}
      >
        {m.search_withoutFilters()}
      </Empty>
    )
  }
  const word = /^[\p{L}\p{M}’'-]{3,}$/u.test(q ?? '') ? q : undefined
  return (
    <Empty
      title={q ? m.search_nothing({ q }) : m.search_noTurns()}
      actions={word ? offer(m.search_searchFor({ q: beginning(word) }), { q: beginning(word) }) : null}
    >
      {m.search_tryFewer()}
    </Empty>
  )
}
