import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import type { Found } from '../api/names'
import { useProjectId } from '../app/project'
import { someCases } from '../data/cases'
import { byCase, type Query } from '../data/search'
import { Failure, Late, Lines } from '../kit/states'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Names, sourcesFound } from './facets'
import { Nothing } from './Nothing'

interface ResultsProps {
  found?: Found
  /** Places, where they are shown line by line. */
  lines?: number
  error: unknown
  retry: () => void
  query: Query
  names: Names
  onAsk: (change: Query) => void
  list: RefObject<HTMLElement | null>
  /** Stands at the right of how much was found. */
  tools: ReactNode
  /** What was found. */
  children: ReactNode
}

/** Of how many cases the turns are; nothing where there are none. */
function CasesFound({ query }: { query: Query }) {
  const { data } = useQuery({ ...byCase(useProjectId(), query), placeholderData: keepPreviousData })
  const { data: some } = useQuery(someCases(useProjectId(), ''))
  return data && some?.total
    ? m.search_inCases({ n: figure(data.items.length), cases: count(some.total, 'case') })
    : null
}

/** How much was found, and what. */
export function Results({ found, lines, error, retry, query, names, onAsk, list, tools, children }: ResultsProps) {
  return (
    <section className="res" aria-label={m.search_results()} ref={list}>
      <div className="rh">
        <p role="status">
          {found ? (
            <>
              <b>{count(found.total, 'turn')}</b>{' '}
              <span className="soft">
                {m.search_inSources({
                  n: figure(sourcesFound(found.facets, query)),
                  sources: count(names.sources.length, 'source'),
                })}
                <CasesFound query={query} />
                {lines === undefined ? null : `, ${m.search_lines({ n: lines })}`}
              </span>
            </>
          ) : null}
        </p>
        <div className="push row tight">{found?.total ? tools : null}</div>
      </div>
      <div className="body">
        {error ? <Failure error={error} retry={retry} /> : null}
        {!found && !error ? (
          <Late>
            <Lines count={14} />
          </Late>
        ) : null}
        {found?.total === 0 ? <Nothing facets={found.facets} {...{ query, names, onAsk }} /> : null}
        {found?.total ? children : null}
      </div>
    </section>
  )
}
