import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Page } from '../app/Page'
import { useProjectId } from '../app/project'
import { journal, type Lookback, lookback } from '../data/journal'
import { Empty } from '../kit/states'
import { dayOf } from '../kit/time'
import { m } from '../paraglide/messages'
import { JournalRow } from './JournalRow'
import { Narrow } from './Narrow'
import { Older } from './Older'
import { remembering, tell } from './sentences'
import { takenBack } from './takenBack'
import { useNames } from './useNames'
import '../look/pages.css'
import './journal.css'

const route = getRouteApi('/inside/p/$project/journal')

/** What was done in the project, newest first: everything, or what one looks for; what was deleted can be restored. */
export function JournalPage() {
  const asked = route.useSearch()
  const navigate = route.useNavigate()
  const project = useProjectId()
  const isNarrowed = Object.keys(asked).length > 0
  const show = (to: Lookback) => void navigate({ to: '.', search: to, replace: true })
  return (
    <Page title={m.journal_title()}>
      <div className="pg jn">
        <header>
          <h1>{m.journal_title()}</h1>
          <p>{asked.removed ? m.journal_leadDeleted() : m.journal_lead()}</p>
        </header>
        <Narrow to={asked} onChange={show} />
        <Entries query={isNarrowed ? lookback(project, asked) : journal(project)} asked={asked} />
      </div>
    </Page>
  )
}

interface EntriesProps {
  query: ReturnType<typeof lookback> | ReturnType<typeof journal>
  asked: Lookback
}

function Entries({ query, asked }: EntriesProps) {
  const known = useNames()
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    query as ReturnType<typeof lookback>,
  )
  const entries = useMemo(() => data.pages.flat(), [data])
  const names = useMemo(() => remembering(entries, known), [entries, known])
  const undone = useMemo(() => takenBack(entries), [entries])
  const told = useMemo(() => tell(entries, names), [entries, names])
  if (!told.length && !hasNextPage) return <None asked={asked} />
  return (
    <>
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
              restores={asked.removed}
            />
          )
        })}
      </ol>
      {hasNextPage ? (
        <Older key={entries.length} onSeen={() => !isFetchingNextPage && void fetchNextPage()}>
          {m.journal_older()}
        </Older>
      ) : null}
    </>
  )
}

function None({ asked }: { asked: Lookback }) {
  if (asked.removed) return <Empty title={m.journal_nothingDeleted()} />
  if (Object.keys(asked).length) return <Empty title={m.journal_nothingFound()} />
  return <Empty title={m.journal_nothing()}>{m.journal_nothingWhy()}</Empty>
}
