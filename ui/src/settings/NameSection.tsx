import { useState } from 'react'
import { Refusal, sentenceOf } from '../api/refusal'
import { useMe } from '../app/project'
import { useChangeAccount } from '../data/account'
import { TextField } from '../kit/fields'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** What one is called beside what one does. */
export function NameSection() {
  const me = useMe()
  const change = useChangeAccount()
  const [name, setName] = useState(me.name)
  const error = change.error instanceof Refusal ? (change.error.fields.name ?? sentenceOf(change.error)) : undefined
  return (
    <section aria-labelledby="name">
      <h2 id="name">{m.settings_yourName()}</h2>
      <form
        className="rowed narrow"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ name: name.trim() }, { onSuccess: () => toast(m.settings_savedName()) })
        }}
      >
        <div className="grow">
          <TextField
            label={m.kit_name()}
            autoComplete="name"
            error={error}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <button type="submit" className="btn" disabled={!name.trim() || name.trim() === me.name || change.isPending}>
          {m.settings_save()}
        </button>
      </form>
      <p className="cap">{m.settings_signInAs({ email: me.email })}</p>
    </section>
  )
}
