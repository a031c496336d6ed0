import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { Page } from '../app/Page'
import { usePeople, useProjectId } from '../app/project'
import { journal } from '../data/journal'
import { Empty } from '../kit/states'
import { dayOf } from '../kit/time'
import { m } from '../paraglide/messages'
import { JournalRow } from './JournalRow'
import { remembering, tell } from './sentences'
import { useNames } from './useNames'
import '../look/pages.css'
import './journal.css'

const route = getRouteApi('/inside/p/$project/journal')

/** What was done in the project, newest first. */
export function JournalPage() {
  const { actor } = route.useSearch()
  const navigate = route.useNavigate()
  const people = usePeople()
  const known = useNames()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(journal(useProjectId()))
  const entries = useMemo(() => data.pages.flat(), [data])
  const names = useMemo(() => remembering(entries, known), [entries, known])
  const undone = useMemo(() => takenBack(entries), [entries])
  const told = useMemo(
    () =>
      tell(
        entries.filter((one) => !actor || one.actor === actor),
        names,
      ),
    [entries, actor, names],
  )
  const more = () => !isFetchingNextPage && void fetchNextPage()
  const show = (value: string) => void navigate({ to: '.', search: value ? { actor: value } : {}, replace: true })
  return (
    <Page title={m.app_journal()}>
      <div className="pg jn">
        <header>
          <h1>{m.app_journal()}</h1>
          <p>{m.journal_about()}</p>
          <select
            className="select inline push"
            aria-label={m.journal_byWhom()}
            value={actor ?? ''}
            onChange={(e) => show(e.target.value)}
          >
            <option value="">{m.journal_byEveryone()}</option>
            {people.list.map(({ account, name }) => (
              <option key={account} value={account}>
                {account === people.me ? m.journal_byYou() : m.journal_by({ name })}
              </option>
            ))}
          </select>
        </header>
        {told.length || hasNextPage ? null : <Empty title={m.journal_empty()}>{m.journal_emptyAbout()}</Empty>}
        <ol>
          {told.map((one, i) => {
            const day = dayOf(one.at)
            const before = told[i - 1]
            return (
              <JournalRow
                key={one.seq}
                told={one}
                names={names}
                day={before && dayOf(before.at) === day ? undefined : day}
                undone={undone}
              />
            )
          })}
        </ol>
        {hasNextPage ? <Older key={entries.length} onSeen={more} /> : null}
      </div>
    </Page>
  )
}

/** The entries that were taken back, and not done again. */
function takenBack(entries: readonly { seq: number; undoes?: number }[]): Set<number> {
  const gone = new Set<number>()
  for (const { seq, undoes } of entries) if (undoes && !gone.has(seq)) gone.add(undoes)
  return gone
}

/** Fetches older entries when the end comes near. */
function Older({ onSeen }: { onSeen: () => void }) {
  const end = useRef<HTMLButtonElement>(null)
  const seen = useRef(onSeen)
  useEffect(() => {
    seen.current = onSeen
  })
  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen.current(), {
      rootMargin: '600px',
    })
    if (end.current) watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [])
  return (
    <button type="button" className="btn" ref={end} onClick={onSeen}>
      {m.journal_older()}
    </button>
  )
}
