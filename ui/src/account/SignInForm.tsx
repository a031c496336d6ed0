import { type FormEvent, useRef, useState } from 'react'
import type { Account } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useSignIn } from '../data/account'
import { TextField } from '../kit/fields'
import { Icon } from '../kit/marks'

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
        label="E-mail"
        type="email"
        autoComplete="username"
        required
        autoFocus={!email}
        value={typed.email}
        onChange={(event) => setTyped({ ...typed, email: event.target.value })}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus={Boolean(email)}
        ref={password}
        value={typed.password}
        onChange={(event) => setTyped({ ...typed, password: event.target.value })}
        hint="Forgotten? Whoever runs this server can set a new one."
      />
      <button type="submit" className="btn primary lg" aria-disabled={signIn.isPending}>
        {signIn.isPending ? 'Signing in…' : 'Sign in'}
      </button>
    </form>
  )
}

const Why = ({ error }: { error: unknown }) => (
  <div className="banner danger" role="alert">
    <Icon name="stop" />
    <span className="grow">
      {error instanceof Refusal && error.status === 401
        ? 'E-mail and password don’t belong together.'
        : sentenceOf(error)}
    </span>
  </div>
)
