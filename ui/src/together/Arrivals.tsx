import { useSyncExternalStore } from 'react'
import { usePeople } from '../app/project'
import { tell } from '../journal/sentences'
import { wordsOf } from '../journal/text'
import { useNames } from '../journal/useNames'
import { arrived, subscribe } from '../live/arrivals'
import { m } from '../paraglide/messages'

/** What colleagues did just now, in one quiet sentence that moves nothing; a hundred codings are one sentence too. */
export function Arrivals() {
  const entries = useSyncExternalStore(subscribe, arrived)
  const names = useNames()
  const { me, name } = usePeople()
  const told = tell(
    entries.filter(({ actor }) => actor !== me),
    names,
  )
  const [first] = told
  const text = first ? m.together_did({ who: name(first.actor), what: wordsOf(first.parts) }) : ''
  return (
    <span className="arrivals cut" role="status" title={text || undefined}>
      {told.length > 1 ? m.together_didMore({ text, n: told.length - 1 }) : text}
    </span>
  )
}
