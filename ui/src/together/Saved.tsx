import { useEffect } from 'react'
import { askToSignIn } from '../account/signedOut'
import { Icon } from '../kit/marks'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Saving, useSaving } from './useSaving'

/** Tells truthfully whether the server has everything, and where what it doesn't have is. */
export function Saved() {
  const saving = useSaving()
  const { state } = saving
  useWarning(saving.count > 0 && !(saving.safe && (state === 'kept' || state === 'signed-out')))
  const bad = state === 'kept' || state === 'signed-out' || state === 'alone'
  return (
    <span className={bad ? 'saved is-bad' : 'saved'}>
      <Icon name={bad ? 'warn' : state === 'saving' ? 'spin' : 'check'} small />
      <span role="status">{words[state](saving)}</span>
      {state === 'signed-out' ? (
        <button type="button" className="btn sm" onClick={askToSignIn}>
          {m.together_signIn()}
        </button>
      ) : null}
    </span>
  )
}

const what = ({ count: n, codings }: Saving) => count(n, n === codings ? 'coding' : 'change')

const words: Record<Saving['state'], (saving: Saving) => string> = {
  saved: () => m.together_saved(),
  saving: ({ count: n }) => (n === 1 ? m.together_saving() : m.together_sending({ n: figure(n) })),
  kept: (saving) => (saving.safe ? m.together_kept : m.together_unkept)({ what: what(saving) }),
  'signed-out': (saving) => {
    if (!saving.count) return m.together_signedOutOnly()
    return (saving.safe ? m.together_signedOut : m.together_signedOutUnkept)({ what: what(saving) })
  },
  alone: () => m.together_alone(),
}

/** Has the browser ask before the page is closed, while closing it could lose something. */
function useWarning(losing: boolean): void {
  useEffect(() => {
    if (!losing) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [losing])
}
