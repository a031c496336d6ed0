import type { ReactNode } from 'react'
import type { Facets } from '../api/names'
import { isNarrowed } from '../app/search-params'
import type { Query } from '../data/search'
import { Empty } from '../kit/states'
import { listed } from '../kit/words'
import { unfiltered } from './asked'
import { type Names, named } from './facets'

interface NothingProps {
  query: Query
  facets: Facets
  names: Names
  onAsk: (change: Query) => void
}

/** No turn answers: where else it may be found. */
export function Nothing({ query, facets, names, onAsk }: NothingProps) {
  const says = query.q ? `Nothing says “${query.q}”` : 'There are no turns'
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
      <Empty title={`${says} in ${where}.`} actions={offer('Search all strands', { strand: undefined })}>
        {elsewhere
          ? `${elsewhere} ${elsewhere === 1 ? 'turn does' : 'turns do'} in other strands.`
          : 'No other strand has a turn that does.'}
      </Empty>
    )
  }
  if (isNarrowed(query)) {
    return (
      <Empty title={`${says} in what you narrowed down to.`} actions={offer('Clear all filters', unfiltered)}>
        Without the filters there may be turns that do.
      </Empty>
    )
  }
  const word = /^[\p{L}\p{M}’'-]{3,}$/u.test(query.q ?? '') ? query.q : undefined
  return (
    <Empty
      title={`${says}.`}
      actions={
        word
          ? offer(`Search “${word.slice(0, Math.max(3, word.length - 2))}*”`, {
              q: `${word.slice(0, Math.max(3, word.length - 2))}*`,
            })
          : null
      }
    >
      Try fewer words, or the beginning of one: three letters and a star find every word that begins so.
    </Empty>
  )
}
