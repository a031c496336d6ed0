import { useQuery } from '@tanstack/react-query'
import type { CaseDetail, CaseEvent } from '../api/names'
import { usePeople, useProjectId } from '../app/project'
import { timeline } from '../data/cases'
import { Avatar } from '../kit/people'
import { Failure, Late, Lines } from '../kit/states'
import { dayOf, timeOf } from '../kit/time'
import { m } from '../paraglide/messages'
import { Event } from './Event'
import '../journal/journal.css'

/** What happened to a case and with it, the newest first. */
export function Timeline({ one: { id } }: { one: CaseDetail }) {
  const { data, error, refetch } = useQuery(timeline(useProjectId(), id))
  return (
    <section aria-label={m.cases_timeline()}>
      <h2>{m.cases_timeline()}</h2>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : (
        <Late>
          <Lines count={4} />
        </Late>
      )}
      {data?.length === 0 ? <p className="soft">{m.cases_timelineNone()}</p> : null}
      {data?.length ? (
        <div className="jn slim">
          <ol>
            {data.map((event, i) => (
              <Line key={keyOf(event)} event={event} before={data[i - 1]} />
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  )
}

const keyOf = ({ at, kind, seq, by, thing, speaker, place }: CaseEvent): string =>
  [at, kind, seq, by, thing, speaker, place?.start].join(' ')

/** An event, under its day where that is another one than of the event before. */
function Line({ event, before }: { event: CaseEvent; before?: CaseEvent }) {
  const people = usePeople()
  const { at, by } = event
  const day = dayOf(at)
  return (
    <>
      {before && dayOf(before.at) === day ? null : (
        <li className="day">
          <h3>{day.charAt(0).toUpperCase() + day.slice(1)}</h3>
        </li>
      )}
      <li>
        {by ? <Avatar name={people.name(by)} me={by === people.me} small /> : <span />}
        <p>
          <Event event={event} />
        </p>
        <time className="cap" dateTime={at}>
          {timeOf(at)}
        </time>
      </li>
    </>
  )
}
