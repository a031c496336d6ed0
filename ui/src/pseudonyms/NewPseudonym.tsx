import { type FormEvent, useRef, useState } from 'react'
import { Refusal, sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useAddPseudonym } from '../data/pseudonyms'
import { TextField } from '../kit/fields'
import { m } from '../paraglide/messages'

/** A name and what is to stand for it. */
export function NewPseudonym() {
  const add = useAddPseudonym(useProjectId())
  const undoToast = useUndoToast()
  const [name, setName] = useState('')
  const [pseudonym, setPseudonym] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { name, pseudonym },
      {
        onSuccess: ({ seq }) => {
          undoToast(m.pseudonyms_added({ pseudonym }), seq)
          setName('')
          setPseudonym('')
          first.current?.focus()
        },
      },
    )
  }
  const fields = add.error instanceof Refusal ? add.error.fields : {}
  const other = add.error && !fields.name && !fields.pseudonym ? sentenceOf(add.error) : undefined
  return (
    <form className="rowed" onSubmit={send}>
      <TextField
        ref={first}
        label={m.pseudonyms_name()}
        autoComplete="off"
        value={name}
        error={fields.name ?? other}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={m.pseudonyms_pseudonym()}
        autoComplete="off"
        value={pseudonym}
        error={fields.pseudonym}
        onChange={(event) => setPseudonym(event.target.value)}
      />
      <button type="submit" className="btn" disabled={add.isPending || !name.trim() || !pseudonym.trim()}>
        {m.pseudonyms_add()}
      </button>
    </form>
  )
}
