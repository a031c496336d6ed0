import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useProjectId } from '../app/project'
import { lookback } from '../data/journal'
import { Failure, Late, Lines } from '../kit/states'
import { dayOf } from '../kit/time'
import { m } from '../paraglide/messages'
import { JournalRow } from './JournalRow'
import { remembering, tell } from './sentences'
import { takenBack } from './takenBack'
import { useNames } from './useNames'
import './journal.css'

/** What was done to one thing, newest first, by whoever it was, each with the way to take it back: a code, a passage, a source, a memo. */
export function History({ about }: { about: string }) {
  const known = useNames()
  const query = useInfiniteQuery(lookback(useProjectId(), { about }))
  const entries = useMemo(() => query.data?.pages.flat() ?? [], [query.data])
  const names = useMemo(() => remembering(entries, known), [entries, known])
  const told = useMemo(() => entries.flatMap((entry) => tell([entry], names)), [entries, names])
  const undone = useMemo(() => takenBack(entries), [entries])
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />
  if (query.isPending)
    return (
      <Late>
        <Lines count={3} />
      </Late>
    )
  if (!told.length) return <p className="soft">{m.together_historyNone()}</p>
  return (
    <div className="jn slim">
      <ol>
        {told.map((one, i) => {
          const before = told[i - 1]
          const day = dayOf(one.at)
          const isNewDay = !before || dayOf(before.at) !== day
          return <JournalRow key={one.seq} told={one} names={names} day={isNewDay ? day : undefined} undone={undone} />
        })}
      </ol>
      {query.hasNextPage ? (
        <button type="button" className="btn sm quiet" onClick={() => void query.fetchNextPage()}>
          {m.together_historyMore()}
        </button>
      ) : null}
    </div>
  )
}
