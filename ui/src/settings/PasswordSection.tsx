import { useState } from 'react'
import { Refusal } from '../api/refusal'
import { useMe } from '../app/project'
import { useChangeAccount } from '../data/account'
import { TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'

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
        toast(m.settings_changedPassword())
      },
    })
  return (
    <section aria-labelledby="password">
      <h2 id="password">{m.settings_password()}</h2>
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
          label={m.settings_passwordNow()}
          type="password"
          autoComplete="current-password"
          error={fields.currentPassword}
          value={typed.currentPassword}
          onChange={(event) => setTyped({ ...typed, currentPassword: event.target.value })}
        />
        <TextField
          label={m.settings_newPassword()}
          type="password"
          autoComplete="new-password"
          hint={m.settings_passwordHint()}
          error={fields.password}
          value={typed.password}
          onChange={(event) => setTyped({ ...typed, password: event.target.value })}
        />
        <button type="submit" className="btn" disabled={!typed.currentPassword || !typed.password || change.isPending}>
          {m.settings_changePassword()}
        </button>
      </form>
    </section>
  )
}
