import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { usePeople, useProjectId } from '../app/project'
import { journal } from '../data/journal'
import { Deed } from '../journal/Deed'
import { tell } from '../journal/sentences'
import { useNames } from '../journal/useNames'
import { Avatar } from '../kit/people'
import { dayOrTime } from '../kit/time'
import { m } from '../paraglide/messages'

/** How many sentences the overview shows. */
const SHOWN = 9

/** What happened last, told as sentences. */
export function News() {
  const project = useProjectId()
  const people = usePeople()
  const names = useNames()
  const { data } = useSuspenseInfiniteQuery(journal(project))
  const told = useMemo(() => tell(data.pages[0] ?? [], names).slice(0, SHOWN), [data, names])
  return (
    <section>
      <div className="sh s2">
        <h2>{m.home_new()}</h2>
        <Link className="cap push" to="/p/$project/journal" params={{ project }}>
          {m.app_journal()}
        </Link>
      </div>
      <ol className="nw">
        {told.map((one) => (
          <li key={one.seq}>
            <Avatar name={people.name(one.actor)} me={one.actor === people.me} small />
            <p>
              <Deed actor={one.actor} parts={one.parts} />
            </p>
            <time className="cap" dateTime={one.at}>
              {dayOrTime(one.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}
