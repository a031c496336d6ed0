import { useRouter, useSearch } from '@tanstack/react-router'
import { m } from '../paraglide/messages'
import { Door } from './Door'
import { SignInForm } from './SignInForm'

/** Signs in, and goes where one wanted to go. */
export function SignIn() {
  const { to } = useSearch({ from: '/signin' })
  const router = useRouter()
  return (
    <Door title={m.account_signIn()}>
      <SignInForm onDone={() => router.history.push(to ?? '/')} />
    </Door>
  )
}
