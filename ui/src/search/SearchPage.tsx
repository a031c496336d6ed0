import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { Found, Line } from '../api/names'
import { Refusal } from '../api/refusal'
import { Page } from '../app/Page'
import { useCodebook, useMay, usePeople, useProjectId, useSources, useStrands } from '../app/project'
import { isNarrowed } from '../app/search-params'
import { useHandlers } from '../commands/registry'
import { type Query, search } from '../data/search'
import { Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { News } from '../savedsearches/News'
import { SavedList } from '../savedsearches/SavedList'
import { SaveSearch } from '../savedsearches/SaveSearch'
import { useAsked } from './asked'
import { Builder } from './Builder'
import { Chips } from './Chips'
import { CodeHits } from './CodeHits'
import { Concordance, useLines } from './Concordance'
import { FacetList } from './FacetList'
import type { Names } from './facets'
import { GroupedList } from './GroupedList'
import { HitList } from './HitList'
import { flipped } from './hitKey'
import { Named } from './Named'
import { PartSwitch } from './PartSwitch'
import { Preview, type Previewed } from './Preview'
import { QueryBox } from './QueryBox'
import { Results } from './Results'
import { Shown } from './Shown'
import { useGroups } from './useGroups'
import { Ways } from './Ways'
import { sharesWords } from './writing'
import './search.css'

/** The turns that answer a query, with what narrows them and where they stand. */
export function SearchPage() {
  const [query, view, ask] = useAsked()
  const names: Names = { book: useCodebook(), strands: useStrands(), sources: useSources(), people: usePeople() }
  const asked = Boolean(query.q) || isNarrowed(query)
  const shares = sharesWords(query.q ?? '')
  const part = shares ? (view.part ?? 'common') : 'whole'
  const answer = useInfiniteQuery({
    ...search(useProjectId(), query, part),
    enabled: asked,
    placeholderData: keepPreviousData,
  })
  const wrong = answer.error instanceof Refusal ? answer.error.fields.q : undefined
  const pages = wrong ? undefined : answer.data?.pages
  const hits = useMemo(() => pages?.flatMap((page) => page.hits) ?? [], [pages])
  const byLine = view.as === 'lines'
  const lined = useLines(query, view.sort, byLine && asked)
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLElement>(null)
  const [current, setCurrent] = useCurrent(JSON.stringify({ query, view: { ...view, part: undefined } }))
  const grouped = useGroups(query, part, byLine || !asked ? undefined : view.by, pages?.[0]?.facets, names)
  const rows: (Previewed | undefined)[] = byLine
    ? lined.lines.map(asHit)
    : view.by
      ? grouped.rows.map((row) => row.hit)
      : hits
  const place = Math.max(0, Math.min(current, rows.length - 1))
  const hit = rows[place] ?? rows.slice(place).find((one) => one)
  const walk = { names, current: place, onCurrent: setCurrent, list }
  const [coding, setCoding] = useState<Query>()
  const [left, onLeave] = useLeft(JSON.stringify(query))
  const leaving = useMay().code ? { left, onLeave } : undefined
  const codeGroup = (value: string) => setCoding(view.by ? { ...query, [view.by]: [value] } : query)
  useHandlers({ 'go.search': () => box.current?.select() })
  const onAsk = (q: string) => ask({ q: q || undefined })
  return (
    <Page
      title={m.app_search()}
      className="srch"
      status={
        <>
          {asked && pages?.[0] ? <Took found={pages[0]} /> : null}
          <News />
        </>
      }
    >
      <header className="q">
        <h1 className="sr">{m.app_search()}</h1>
        <QueryBox
          q={query.q ?? ''}
          {...{ onAsk, box }}
          error={wrong}
          tools={asked && !wrong ? <SaveSearch query={query} total={pages?.[0]?.total} /> : null}
          onDown={() => list.current?.querySelector<HTMLElement>('[aria-current] .way')?.focus()}
          below={(typed) => (wrong && typed === query.q ? null : <Builder {...{ query, typed, onAsk, box }} />)}
        />
        <Chips filter={query} names={names} onAsk={ask} />
        <Named q={wrong ? '' : (query.q ?? '')} names={names} />
      </header>
      <FacetList facets={pages?.[0]?.facets} {...{ query, names }} variable={view.variable} onAsk={ask} />
      {asked && !wrong ? (
        <Results
          found={pages?.[0]}
          lines={byLine ? lined.head?.total : undefined}
          error={answer.error}
          retry={() => void answer.refetch()}
          onAsk={ask}
          beside={shares && !byLine ? <PartSwitch value={part} onChange={(part) => ask({ part })} /> : null}
          tools={
            <>
              <Shown {...{ query, view }} onView={ask} />
              {leaving ? (
                <button type="button" className="btn" onClick={() => setCoding(query)}>
                  <Icon name="codes" />
                  {left.size
                    ? m.search_codeSome({ n: figure((pages?.[0]?.total ?? 0) - left.size) })
                    : m.search_codeAll({ n: figure(pages?.[0]?.total ?? 0) })}
                </button>
              ) : null}
            </>
          }
          {...{ query, names, list }}
        >
          {byLine ? (
            <Concordance found={lined} {...walk} />
          ) : view.by ? (
            <GroupedList found={grouped} leaving={leaving} onCode={leaving && codeGroup} {...walk} />
          ) : (
            <HitList
              hits={hits}
              leaving={leaving}
              {...walk}
              onEnd={() => answer.hasNextPage && !answer.isFetchingNextPage && void answer.fetchNextPage()}
            />
          )}
        </Results>
      ) : (
        <section className="res start" aria-label={m.search_ways()}>
          {wrong ? null : <SavedList />}
          <Empty title={wrong ? m.search_wrong() : m.search_start()}>
            {wrong ? m.search_wrongAbout() : m.search_startAbout()}
          </Empty>
          <Ways onAsk={onAsk} />
        </section>
      )}
      {asked && hit ? <Preview hit={hit} names={names} /> : null}
      {coding ? <CodeHits query={coding} names={names} without={left} onClose={() => setCoding(undefined)} /> : null}
    </Page>
  )
}

/** A line as the preview shows it: its words are the mark. */
const asHit = ({ source, turn, start, end }: Line): Previewed => ({ source, turn, start, end, marks: [[start, end]] })

const Took = ({ found: { total, tookMs } }: { found: Found }) => (
  <span>{m.search_took({ turns: count(total, 'turn'), ms: figure(Math.max(1, Math.round(tookMs))) })}</span>
)

/** The turns that are left out when all are coded; another query begins with none. */
function useLeft(query: string): [ReadonlySet<string>, (key: string) => void] {
  const [left, setLeft] = useState<{ query: string; keys: ReadonlySet<string> }>({ query, keys: new Set() })
  const keys = left.query === query ? left.keys : new Set<string>()
  return [keys, (key) => setLeft({ query, keys: flipped(keys, key) })]
}

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
