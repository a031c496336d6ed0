import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import type { Found } from '../api/names'
import { useProjectId } from '../app/project'
import { someCases } from '../data/cases'
import { bySource, COUNTED } from '../data/found'
import { byCase, type Query } from '../data/search'
import { Failure, Late, Lines } from '../kit/states'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { sourcesFound } from './choices'
import type { Names } from './facets'
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
  beside?: ReactNode
  /** Stand there too, or under it where there is no room. */
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

/** In how many sources the turns are; facets don't count very many. */
function useSourcesFound(found: Found | undefined, query: Query): string {
  const isCut = (found?.facets.source.length ?? 0) >= COUNTED
  const { data } = useQuery({ ...bySource(useProjectId(), query), enabled: isCut, placeholderData: keepPreviousData })
  if (!found) return ''
  return isCut ? (data ? figure(data.total) : '…') : figure(sourcesFound(found.facets, query))
}

/** How much was found, and what. */
export function Results({
  found,
  lines,
  error,
  retry,
  query,
  names,
  onAsk,
  list,
  beside,
  tools,
  children,
}: ResultsProps) {
  const inSources = useSourcesFound(found, query)
  return (
    <section className="res" aria-label={m.search_results()} ref={list}>
      <div className="rh">
        <p role="status">
          {found ? (
            <>
              <b>{count(found.total, 'turn')}</b>{' '}
              <span className="soft">
                {m.search_inSources({
                  n: inSources,
                  sources: count(names.sources.length, 'source'),
                })}
                <CasesFound query={query} />
                {lines === undefined ? null : `, ${m.search_lines({ n: lines })}`}
              </span>
            </>
          ) : null}
        </p>
        {found?.total ? beside : null}
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
