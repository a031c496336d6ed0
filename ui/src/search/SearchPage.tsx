import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Found } from '../api/names'
import { Refusal } from '../api/refusal'
import { Page } from '../app/Page'
import { useCodebook, usePeople, useProjectId, useSources, useStrands } from '../app/project'
import { isNarrowed } from '../app/search-params'
import { useHandlers } from '../commands/registry'
import { search } from '../data/search'
import { Empty } from '../kit/states'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { useAsked } from './asked'
import { Chips } from './Chips'
import { FacetList } from './FacetList'
import type { Names } from './facets'
import { Preview } from './Preview'
import { QueryBox } from './QueryBox'
import { Results } from './Results'
import { Ways } from './Ways'
import './search.css'

/** The turns that answer a query, with what narrows them and where they stand. */
export function SearchPage() {
  const [query, ask] = useAsked()
  const names: Names = { book: useCodebook(), strands: useStrands(), sources: useSources(), people: usePeople() }
  const asked = Boolean(query.q) || isNarrowed(query)
  const answer = useInfiniteQuery({
    ...search(useProjectId(), query),
    enabled: asked,
    placeholderData: keepPreviousData,
  })
  const wrong = answer.error instanceof Refusal ? answer.error.fields.q : undefined
  const pages = wrong ? undefined : answer.data?.pages
  const hits = useMemo(() => pages?.flatMap((page) => page.hits) ?? [], [pages])
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLElement>(null)
  const [current, setCurrent] = useCurrent(JSON.stringify(query))
  const hit = hits[Math.min(current, hits.length - 1)]
  useHandlers({ 'go.search': () => box.current?.select() })
  const onAsk = (q: string) => ask({ q: q || undefined })
  return (
    <Page title={m.app_search()} className="srch" status={asked && pages?.[0] ? <Took found={pages[0]} /> : null}>
      <header className="q">
        <h1 className="sr">{m.app_search()}</h1>
        <QueryBox
          q={query.q ?? ''}
          {...{ onAsk, box }}
          error={wrong}
          onDown={() => list.current?.querySelector<HTMLElement>('[aria-current] .way')?.focus()}
        />
        <Chips filter={query} names={names} onAsk={ask} />
      </header>
      <FacetList facets={pages?.[0]?.facets} {...{ query, names }} onAsk={ask} />
      {asked && !wrong ? (
        <Results
          found={pages?.[0]}
          error={answer.error}
          retry={() => void answer.refetch()}
          onEnd={() => answer.hasNextPage && !answer.isFetchingNextPage && void answer.fetchNextPage()}
          current={Math.max(0, Math.min(current, hits.length - 1))}
          onCurrent={setCurrent}
          onAsk={ask}
          {...{ hits, query, names, list }}
        />
      ) : (
        <section className="res start" aria-label={m.search_ways()}>
          <Empty title={wrong ? m.search_wrong() : m.search_start()}>
            {wrong ? m.search_wrongAbout() : m.search_startAbout()}
          </Empty>
          <Ways onAsk={onAsk} />
        </section>
      )}
      {asked && hit ? <Preview hit={hit} names={names} /> : null}
    </Page>
  )
}

const Took = ({ found: { total, tookMs } }: { found: Found }) => (
  <span>{m.search_took({ turns: count(total, 'turn'), ms: figure(Math.max(1, Math.round(tookMs))) })}</span>
)

/** Which hit of each query one was at last, for coming back to it. */
const places = new Map<string, number>()

function useCurrent(query: string): [number, (index: number) => void] {
  const [, draw] = useState(0)
  const set = (index: number) => {
    places.set(query, index)
    draw((n) => n + 1)
  }
  return [places.get(query) ?? 0, set]
}
