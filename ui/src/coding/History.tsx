import { useInfiniteQuery } from '@tanstack/react-query'
import { journal } from '../data/journal'
import { type Part, remembering, tell } from '../journal/sentences'
import { useNames } from '../journal/useNames'
import { dayOrTime } from '../kit/time'
import { useDesk } from './desk'
import { lastOf, withoutPlace } from './history'

/** How many of my last steps are told. */
const TOLD = 6

/** What I did last in this source. */
export function History() {
  const { project, source, me } = useDesk()
  const known = useNames()
  const { data } = useInfiniteQuery(journal(project))
  const all = data?.pages.flat() ?? []
  const mine = lastOf(all, me, source.id, TOLD)
  if (!mine.length) return null
  const names = remembering(all, known)
  return (
    <section className="sec" aria-label="What you did here">
      <h3>History</h3>
      <ol className="hist">
        {mine.map((entry) => {
          const [told] = tell([entry], names)
          return (
            <li key={entry.seq}>
              <time dateTime={entry.at}>{dayOrTime(entry.at)}</time>
              <span>You {told ? withoutPlace(told.parts, source.id).map(shown) : entry.verb}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function shown(part: Part) {
  if (typeof part === 'string') return part
  if (part.what === 'count') return part.text
  return part.what === 'code' ? <b key={part.id}>{part.name}</b> : part.name
}
