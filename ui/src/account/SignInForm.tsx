import { type FormEvent, useRef, useState } from 'react'
import type { Account } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useSignIn } from '../data/account'
import { TextField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'

interface SignInFormProps {
  /** Who was here before, if that is known. */
  email?: string
  onDone: (account: Account) => void
}

export function SignInForm({ email = '', onDone }: SignInFormProps) {
  const signIn = useSignIn()
  const password = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState({ email, password: '' })

  const send = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate(typed, {
      onSuccess: ({ account }) => onDone(account),
      onError: () => password.current?.select(),
    })
  }
  return (
    <form className="stack" onSubmit={send}>
      {signIn.isError ? <Why error={signIn.error} /> : null}
      <TextField
        label={m.kit_email()}
        type="email"
        autoComplete="username"
        required
        autoFocus={!email}
        value={typed.email}
        onChange={(event) => setTyped({ ...typed, email: event.target.value })}
      />
      <TextField
        label={m.account_password()}
        type="password"
        autoComplete="current-password"
        required
        autoFocus={Boolean(email)}
        ref={password}
        value={typed.password}
        onChange={(event) => setTyped({ ...typed, password: event.target.value })}
        hint={m.account_forgotten()}
      />
      <button type="submit" className="btn primary lg" aria-disabled={signIn.isPending}>
        {signIn.isPending ? m.account_signingIn() : m.account_signIn()}
      </button>
    </form>
  )
}

const Why = ({ error }: { error: unknown }) => (
  <div className="banner danger" role="alert">
    <Icon name="stop" />
    <span className="grow">
      {error instanceof Refusal && error.status === 401 ? m.account_wrong() : sentenceOf(error)}
    </span>
  </div>
)
