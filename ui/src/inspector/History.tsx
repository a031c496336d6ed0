import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '../coding/desk'
import { isPending } from '../data/gesture'
import { journal } from '../data/journal'
import { History as HistoryOf } from '../journal/History'
import { type Part, remembering, tell } from '../journal/sentences'
import { useNames } from '../journal/useNames'
import { Segmented } from '../kit/fields'
import { dayOrTime } from '../kit/time'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { lastOf, withoutPlace } from './history'

/** How many of my last steps are told. */
const TOLD = 6

type Of = 'mine' | 'passage' | 'source'

/** What was done here: by me lately, or by anyone to the lit passage or to the source, each with its way back. */
export function History() {
  const { source, lit } = useDesk()
  const [of, setOf] = useState<Of>('mine')
  const passage = lit && !isPending(lit.passage) ? lit.passage : undefined
  const isOf: Of = of === 'passage' && !passage ? 'mine' : of
  const options = [
    { value: 'mine' as const, name: m.inspector_historyMine() },
    ...(passage ? [{ value: 'passage' as const, name: m.inspector_historyPassage() }] : []),
    { value: 'source' as const, name: m.inspector_historySource() },
  ]
  return (
    <section className="sec" aria-label={m.inspector_history()}>
      <h3>{m.inspector_history()}</h3>
      <Segmented label={m.inspector_historyOf()} value={isOf} options={options} onChange={setOf} />
      {isOf === 'mine' ? <Mine /> : <HistoryOf about={isOf === 'passage' && passage ? passage : source.id} />}
    </section>
  )
}

/** What I did last in this source. */
function Mine() {
  const { project, source, me } = useDesk()
  const known = useNames()
  const { data } = useInfiniteQuery(journal(project))
  const all = data?.pages.flat() ?? []
  const mine = lastOf(all, me, source.id, TOLD)
  if (!mine.length) return <p className="soft">{m.together_historyNone()}</p>
  const names = remembering(all, known)
  return (
    <ol className="hist">
      {mine.map((entry) => {
        const [told] = tell([entry], names)
        return (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{dayOrTime(entry.at)}</time>
            <span>
              {rich(m.journal_you(), {
                did: () => (told ? withoutPlace(told.parts, source.id).map(shown) : entry.verb),
              })}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function shown(part: Part) {
  if (typeof part === 'string') return part
  if ('text' in part) return part.text
  return part.what === 'code' ? <b key={part.id}>{part.name}</b> : part.name
}
