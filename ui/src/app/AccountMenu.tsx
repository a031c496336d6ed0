import { useNavigate } from '@tanstack/react-router'
import { useSignOut } from '../data/account'
import { LazyMenu, type Line } from '../kit/LazyMenu'
import { Avatar } from '../kit/people'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { useMe } from './project'

/** Who is signed in, where they can go, and the way out. */
export function AccountMenu({ lines }: { lines: readonly Line[] }) {
  const me = useMe()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const leave = () =>
    signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/signin' }), onError: toastError })
  const trigger = (
    <button type="button" className="me-button" aria-label={m.app_accountMenu({ name: me.name })}>
      <Avatar name={me.name} me />
    </button>
  )
  const groups = [[{ label: `${me.name}, ${me.email}` }], lines, [{ label: m.app_signOut(), onClick: leave }]]
  return <LazyMenu trigger={trigger} align="end" groups={groups} />
}
