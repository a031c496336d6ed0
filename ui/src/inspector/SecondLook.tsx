import { useDesk } from '../coding/desk'
import { useChangeCodings } from '../data/useOutbox'
import { announce } from '../kit/announce'
import { Icon } from '../kit/marks'
import { dayOf } from '../kit/time'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import type { Coding } from '../surface'

/** Whether a coding was made before its code meant what it means now, and not looked at again since. */
export const isOutdated = ({ at, checkedAt }: Coding, definedAt: string | undefined): boolean =>
  definedAt !== undefined && Date.parse(checkedAt ?? at) < Date.parse(definedAt)

/** Offers a second look at a coding whose code was defined anew since it was made. */
export function SecondLook({ coding }: { coding: Coding }) {
  const { project, book, me, may, acts } = useDesk()
  const change = useChangeCodings(project)
  const code = book.get(coding.code)
  if (!code || !isOutdated(coding, code.definedAt)) return null
  const told = m.inspector_kept({ code: code.name, words: acts.wordsOf(coding) })
  const keep = () => {
    announce(told)
    change({ told, change: { do: 'batch', check: [coding.id] } }).catch(toastError)
  }
  return (
    <p className="second-look">
      <Icon name="warn" small />
      <span>{m.inspector_secondLook({ day: dayOf(code.definedAt ?? '') })}</span>
      {may.code && (coding.coder === me || may.manage) ? (
        <button type="button" className="btn sm quiet" onClick={keep}>
          {m.inspector_keep()}
        </button>
      ) : null}
    </p>
  )
}
