import { useNavigate } from '@tanstack/react-router'
import type { Account } from '../api/names'
import { useSignOut } from '../data/account'
import { Menu, MenuItem, MenuSeparator } from '../kit/menu'
import { Avatar } from '../kit/people'
import { toastError } from '../kit/toasts'

/** Who is signed in, and what they can do about it. */
export function AccountMenu({ me }: { me: Account }) {
  const navigate = useNavigate()
  const signOut = useSignOut()
  const leave = () =>
    signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/signin' }), onError: toastError })
  const trigger = (
    <button type="button" className="me-button" aria-label={`${me.name} (you): account menu`}>
      <Avatar name={me.name} me />
    </button>
  )
  return (
    <Menu trigger={trigger} align="end">
      <p className="head">
        {me.name}, {me.email}
      </p>
      <MenuItem onClick={() => void navigate({ to: '/account' })}>Your account</MenuItem>
      <MenuSeparator />
      <MenuItem onClick={leave}>Sign out</MenuItem>
    </Menu>
  )
}
