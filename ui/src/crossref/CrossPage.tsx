import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Page } from '../app/Page'
import { useCodebook, usePeople, useProjectId, useSources, useStrands } from '../app/project'
import { someCases } from '../data/cases'
import { crossReference, QUOTES } from '../data/crossref'
import { Segmented } from '../kit/fields'
import { soon } from '../kit/soon'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { PictureLinks } from '../pictures/Links'
import { Chips } from '../search/Chips'
import type { Names } from '../search/facets'
import { type Asked, askingOf, axisOf, isPair, type Show } from './asked'
import { CellPanel } from './CellPanel'
import { Counted } from './Counted'
import { Legend } from './Legend'
import { mostUsed } from './most'
import { Options } from './Options'
import { aboutOf } from './sayings'
import { TableOfCells } from './TableOfCells'
import '../search/search.css'
import '../relations/relations.css'
import './crossref.css'

const route = getRouteApi('/inside/p/$project/crossref')

const Bars = soon(() => import('./Pictures').then(({ TableBars }) => ({ default: TableBars })))
const Network = soon(() => import('./Pictures').then(({ TogetherNetwork }) => ({ default: TogetherNetwork })))

/** How often what is coded goes together with what: a table whose cells open what is behind them. */
export function CrossPage() {
  const asked = route.useSearch()
  const navigate = route.useNavigate()
  const project = useProjectId()
  const names: Names = { book: useCodebook(), strands: useStrands(), sources: useSources(), people: usePeople() }
  const { data: cases, isPending } = useQuery(someCases(project, ''))
  const asking = askingOf(asked, cases?.total ? 'cases' : 'passages')
  const show: Show = asked.show ?? 'number'
  const quotes = asked.as === 'quotes' ? QUOTES : 0
  const table = useQuery({ ...crossReference(project, asking, quotes), enabled: !isPending })
  const ask = (next: Partial<Asked>) =>
    void navigate({ to: '.', search: { ...asked, ...next }, replace: true, resetScroll: false })
  const open = asked.row !== undefined && asked.column !== undefined
  const { data, error } = table
  const pair = isPair(asking)
  return (
    <Page
      title={m.crossref_title()}
      tools={<PictureLinks />}
      className={open ? 'xr open' : 'xr'}
      status={data ? <Counted of={data} coders={asked.coder} /> : null}
    >
      <section className="grid" aria-label={m.crossref_title()}>
        <header className="xh">
          <div>
            <h1>{m.crossref_title()}</h1>
            <p className="soft">{aboutOf(asking)}</p>
          </div>
          <Ways pair={pair} onPair={(pair) => ask(turned(pair, mostUsed(names.book)))} />
        </header>
        <Options asked={asked} asking={asking} show={show} onAsk={ask} />
        <Chips filter={asked} names={names} onAsk={(filter) => ask({ ...filter, row: undefined, column: undefined })} />
        {error ? <Failure error={error} retry={() => void table.refetch()} /> : null}
        {data && !error ? (
          data.rows.length && data.columns.length ? (
            <>
              <Suspense fallback={<Lines count={10} />}>
                {asked.as === 'bars' && !pair ? <Bars of={data} asking={asking} asked={asked} /> : null}
                {asked.as === 'network' && pair ? <Network of={data} asking={asking} asked={asked} /> : null}
              </Suspense>
              <div className="grid-box" aria-busy={table.isPlaceholderData}>
                <TableOfCells
                  of={data}
                  asking={asking}
                  show={show}
                  name={aboutOf(asking)}
                  at={asked}
                  onOpen={(row, column) => ask({ row, column })}
                />
              </div>
              <Legend of={data} count={asking.count} show={show} />
            </>
          ) : (
            <Empty title={m.crossref_none()}>{m.crossref_noneHow()}</Empty>
          )
        ) : error ? null : (
          <Late>
            <Lines />
          </Late>
        )}
      </section>
      {asked.row !== undefined && asked.column !== undefined ? (
        <CellPanel
          asking={asking}
          row={asked.row}
          column={asked.column}
          onClose={() => ask({ row: undefined, column: undefined })}
        />
      ) : null}
    </Page>
  )
}

interface WaysProps {
  pair: boolean
  onPair: (pair: boolean) => void
}

/** Codes by something, or codes with each other. */
const Ways = ({ pair, onPair }: WaysProps) => (
  <Segmented
    label={m.crossref_view()}
    value={pair ? 'pair' : 'by'}
    options={[
      { value: 'by', name: m.crossref_codesByStrand() },
      { value: 'pair', name: m.crossref_codesWithCodes() },
    ]}
    onChange={(way) => onPair(way === 'pair')}
  />
)

/** The other way to look, with what is usual there. */
function turned(pair: boolean, most: readonly string[]): Partial<Asked> {
  const usual = {
    count: undefined,
    together: undefined,
    show: undefined,
    as: undefined,
    row: undefined,
    column: undefined,
  }
  const codes = axisOf('codes', most)
  return pair ? { ...usual, rows: codes, columns: codes } : { ...usual, rows: undefined, columns: undefined }
}
