import { useState } from 'react'
import { Refusal } from '../api/refusal'
import { useMe } from '../app/project'
import { useChangeAccount } from '../data/account'
import { TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { toast } from '../kit/toasts'

const blank = { currentPassword: '', password: '' }

/** Changes the password; every other browser is signed out by it. */
export function PasswordSection() {
  const me = useMe()
  const change = useChangeAccount()
  const [typed, setTyped] = useState(blank)
  const fields = change.error instanceof Refusal ? change.error.fields : {}
  const send = () =>
    change.mutate(typed, {
      onSuccess: () => {
        setTyped(blank)
        toast('Changed your password. You are signed out everywhere else.')
      },
    })
  return (
    <section aria-labelledby="password">
      <h2 id="password">Password</h2>
      <form
        className="narrow stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {change.error && !Object.keys(fields).length ? <Failure error={change.error} /> : null}
        <input type="hidden" name="username" autoComplete="username" value={me.email} />
        <TextField
          label="Password now"
          type="password"
          autoComplete="current-password"
          error={fields.currentPassword}
          value={typed.currentPassword}
          onChange={(event) => setTyped({ ...typed, currentPassword: event.target.value })}
        />
        <TextField
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="Several words are easier to remember than signs. All other browsers are signed out."
          error={fields.password}
          value={typed.password}
          onChange={(event) => setTyped({ ...typed, password: event.target.value })}
        />
        <button type="submit" className="btn" disabled={!typed.currentPassword || !typed.password || change.isPending}>
          Change the password
        </button>
      </form>
    </section>
  )
}
