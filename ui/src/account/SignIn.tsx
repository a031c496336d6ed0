import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { Refusal, sentenceOf } from '../api/refusal'
import { useSignIn } from '../data/account'
import { TextField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { Door } from './Door'

/** Signs in, and goes where one wanted to go. */
export function SignIn() {
  const { to } = useSearch({ from: '/signin' })
  const router = useRouter()
  const signIn = useSignIn()
  const password = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState({ email: '', password: '' })

  const send = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate(typed, {
      onSuccess: () => router.history.push(to ?? '/'),
      onError: () => password.current?.select(),
    })
  }
  return (
    <Door title="Sign in">
      <form onSubmit={send}>
        {signIn.isError ? <Why error={signIn.error} /> : null}
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={typed.email}
          onChange={(event) => setTyped({ ...typed, email: event.target.value })}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          ref={password}
          value={typed.password}
          onChange={(event) => setTyped({ ...typed, password: event.target.value })}
          hint="Forgotten? Whoever runs this server can set a new one."
        />
        <button type="submit" className="btn primary lg" aria-disabled={signIn.isPending}>
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </Door>
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
