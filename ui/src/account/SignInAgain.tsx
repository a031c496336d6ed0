import { useQueryClient } from '@tanstack/react-query'
import type { Account } from '../api/names'
import { useMe, useProjectId } from '../app/project'
import { useOutbox } from '../data/useOutbox'
import { Dialog } from '../kit/dialog'
import { m } from '../paraglide/messages'
import { SignInForm } from './SignInForm'
import { askLater, setSignedIn, useSignedOut } from './signedOut'

/** Signs in over the page, so that nothing on it is lost. */
export function SignInAgain() {
  const me = useMe()
  const cache = useQueryClient()
  const box = useOutbox(useProjectId())
  if (!useSignedOut().asking) return null
  const done = (account: Account) => {
    if (account.id !== me.id) return location.reload() // someone else's page; what I did waits for me
    setSignedIn()
    box.wake()
    void cache.invalidateQueries()
  }
  return (
    <Dialog title={m.account_again()} onClose={askLater}>
      <p className="soft">{m.account_againWhy()}</p>
      <SignInForm email={me.email} onDone={done} />
    </Dialog>
  )
}
