import type { RefObject } from 'react'
import type { Found, Hit } from '../api/names'
import type { Query } from '../data/search'
import { Failure, Late, Lines } from '../kit/states'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Names, sourcesFound } from './facets'
import { HitList } from './HitList'
import { Nothing } from './Nothing'

interface ResultsProps {
  found?: Found
  hits: readonly Hit[]
  error: unknown
  retry: () => void
  query: Query
  names: Names
  current: number
  onCurrent: (index: number) => void
  onEnd: () => void
  onAsk: (change: Query) => void
  list: RefObject<HTMLElement | null>
}

/** How much was found, and the turns. */
export function Results({
  found,
  hits,
  error,
  retry,
  query,
  names,
  current,
  onCurrent,
  onEnd,
  onAsk,
  list,
}: ResultsProps) {
  return (
    <section className="res" aria-label={m.search_results()} ref={list}>
      <div className="rh" role="status">
        {found ? (
          <p>
            <b>{count(found.total, 'turn')}</b>{' '}
            <span className="soft">
              {m.search_inSources({
                n: figure(sourcesFound(found.facets, query)),
                sources: count(names.sources.length, 'source'),
              })}
            </span>
          </p>
        ) : null}
      </div>
      <div className="body">
        {error ? <Failure error={error} retry={retry} /> : null}
        {!found && !error ? (
          <Late>
            <Lines count={14} />
          </Late>
        ) : null}
        {found?.total === 0 ? <Nothing facets={found.facets} {...{ query, names, onAsk }} /> : null}
        {hits.length ? <HitList {...{ hits, names, current, onCurrent, onEnd, list }} /> : null}
      </div>
    </section>
  )
}
