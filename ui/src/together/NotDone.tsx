import { useState } from 'react'
import { useProjectId } from '../app/project'
import { writtenIn } from '../data/gesture'
import type { Refused } from '../data/outbox'
import { useOutbox, useOutgoing } from '../data/useOutbox'
import { announce } from '../kit/announce'
import { copyText } from '../kit/copyText'
import { Dialog } from '../kit/dialog'
import { Icon } from '../kit/marks'
import { dayAndTime } from '../kit/time'
import { toast } from '../kit/toasts'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import './together.css'

/** What I did and the server could not do any more, until I have read it. */
export function NotDone() {
  const { refused } = useOutgoing(useProjectId())
  const [open, setOpen] = useState(false)
  if (!refused.length) return null
  return (
    <>
      <button type="button" className="btn sm danger" onClick={() => setOpen(true)}>
        <Icon name="warn" small />
        {m.together_notDone({ what: count(refused.length, 'change') })}
      </button>
      {open ? <Box refused={refused} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** What is copied of a change: what it was and why not, and all that was written. */
const told = ({ told: what, at, why, change }: Refused): string =>
  [m.together_notDoneLine({ told: what, when: dayAndTime(at), why }), writtenIn(change)].filter(Boolean).join('\n\n')

function Box({ refused, onClose }: { refused: readonly Refused[]; onClose: () => void }) {
  const box = useOutbox(useProjectId())
  const forget = () => {
    for (const { id } of refused) box.forget(id)
    onClose()
  }
  const copy = () =>
    copyText(refused.map(told).join('\n\n')).then(
      () => announce(m.together_copied()),
      () => toast(m.together_cantCopy()),
    )
  const footer = (
    <>
      <button type="button" className="btn" onClick={() => void copy()}>
        {m.together_copy()}
      </button>
      <button type="button" className="btn primary" onClick={forget}>
        {m.together_read()}
      </button>
    </>
  )
  return (
    <Dialog title={m.together_notDoneTitle()} onClose={onClose} footer={footer} wide>
      <p className="soft">{m.together_notDoneWhy()}</p>
      <ul className="not-done">
        {refused.map((one) => (
          <li key={one.id}>
            <p className="serif">{one.told}</p>
            <Written words={writtenIn(one.change)} />
            <p className="soft">{m.together_notDoneWhen({ when: dayAndTime(one.at), why: one.why })}</p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** What was written, in full. */
const Written = ({ words }: { words: string }) => (words ? <blockquote className="serif">{words}</blockquote> : null)
