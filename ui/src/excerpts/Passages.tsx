import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Excerpt, RowCoding } from '../api/names'
import { useProjectId } from '../app/project'
import { type Listing, rowCodings } from '../data/excerpts'
import { Failure, Late, Lines } from '../kit/states'
import { toastError } from '../kit/toasts'
import { AskBox } from './AskBox'
import { ExcerptRows } from './ExcerptRows'
import { ListBar } from './ListBar'
import { codingsIn } from './lines'
import { TickedBar } from './TickedBar'
import { keyOfList, useExcerpts } from './useExcerpts'
import type { Reading } from './useListKeys'
import { useRowActs } from './useRowActs'
import { useTicks } from './useTicks'
import './excerpts.css'

interface PassagesProps {
  listing: Listing
  onChange: (listing: Listing) => void
  /** Goes to a passage in the text. */
  go: (row: Excerpt) => void
  /** What is shown when there is nothing. */
  empty: ReactNode
  /** Between the totals and the rows. */
  chips?: ReactNode
  /** At the end of the bar. */
  menus?: ReactNode
  /** What else can be done with what is ticked. */
  more?: (codings: readonly RowCoding[], onDone: () => void) => ReactNode
  /** Whether a row takes the focus as soon as there is one. */
  focusRows?: RefObject<boolean>
}

/** Coded passages: how many, in what order, and what can be done with them. The page and the dock both show them. */
export function Passages({ listing, onChange, go, empty, chips, menus, more, focusRows }: PassagesProps) {
  const project = useProjectId()
  const { data, error, isPending, isBusy, refetch, lookAt } = useExcerpts(listing)
  const key = keyOfList(listing)
  const ticks = useTicks(key)
  const acts = useRowActs()
  const current = useRef<Excerpt | null>(null)
  const reading = useReading({ project, listing, onChange, go, ticks, acts, current })
  return (
    <section className="passages" aria-busy={isBusy}>
      <ListBar listing={listing} onChange={onChange} found={data}>
        {menus}
      </ListBar>
      {chips}
      {ticks.codings.size ? <TickedBar {...{ ticks, acts, more }} outdated={listing.outdated === 'yes'} /> : null}
      <div className="body">
        {error && !data ? <Failure error={error} retry={refetch} /> : null}
        {isPending ? (
          <Late>
            <Lines count={8} />
          </Late>
        ) : null}
        {data?.total === 0 ? empty : null}
        {data?.total ? <ExcerptRows key={key} {...{ listing, ticks, reading, lookAt, focusRows }} list={data} /> : null}
      </div>
      {acts.asking ? <AskBox asking={acts.asking} acts={acts} onDone={ticks.clear} /> : null}
    </section>
  )
}

interface About {
  project: string
  listing: Listing
  onChange: (listing: Listing) => void
  go: (row: Excerpt) => void
  ticks: ReturnType<typeof useTicks>
  acts: ReturnType<typeof useRowActs>
  current: { current: Excerpt | null }
}

/** What the keys of a list do; always with the newest of everything. */
function useReading(about: About): Reading {
  const latest = useRef(about)
  useEffect(() => {
    latest.current = about
  })
  const chosen = useCallback(() => {
    const { ticks, current } = latest.current
    if (ticks.codings.size) return [...ticks.codings.values()]
    return current.current ? codingsIn(current.current) : []
  }, [])
  return useMemo(() => {
    const ask = (what: 'code' | 'recode' | 'memo') => () => latest.current.acts.ask({ what, codings: chosen() })
    const act = (key: 'remove' | 'check') => () => {
      const { acts, ticks } = latest.current
      void acts[key](chosen()).then(ticks.clear)
    }
    const keys = new Map([
      ['c', ask('code')],
      ['r', ask('recode')],
      ['m', ask('memo')],
      ['u', act('remove')],
    ])
    const may = (run: () => void) => () => latest.current.acts.may && run()
    return {
      go: (row) => latest.current.go(row),
      fold: (group) => {
        const { listing, onChange } = latest.current
        const folded = listing.folded ?? []
        onChange({
          ...listing,
          folded: folded.includes(group) ? folded.filter((one) => one !== group) : [...folded, group],
        })
      },
      onCurrent: (row) => {
        latest.current.current.current = row
      },
      keys: new Map([...keys].map(([key, run]) => [key, may(run)])),
      codings: (from, limit) =>
        rowCodings(latest.current.project, latest.current.listing, from, limit).catch((error) => {
          toastError(error)
          return []
        }),
    }
  }, [chosen])
}
