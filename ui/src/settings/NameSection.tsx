import { useState } from 'react'
import { Refusal, sentenceOf } from '../api/refusal'
import { useMe } from '../app/project'
import { useChangeAccount } from '../data/account'
import { TextField } from '../kit/fields'
import { toast } from '../kit/toasts'

/** What one is called beside what one does. */
export function NameSection() {
  const me = useMe()
  const change = useChangeAccount()
  const [name, setName] = useState(me.name)
  const error = change.error instanceof Refusal ? (change.error.fields.name ?? sentenceOf(change.error)) : undefined
  return (
    <section aria-labelledby="name">
      <h2 id="name">Your name</h2>
      <form
        className="rowed narrow"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ name: name.trim() }, { onSuccess: () => toast('Saved your name.') })
        }}
      >
        <div className="grow">
          <TextField
            label="Name"
            autoComplete="name"
            error={error}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <button type="submit" className="btn" disabled={!name.trim() || name.trim() === me.name || change.isPending}>
          Save
        </button>
      </form>
      <p className="cap">You sign in as {me.email}.</p>
    </section>
  )
}
