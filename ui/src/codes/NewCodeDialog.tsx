import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { Refusal, sentenceOf } from '../api/refusal'
import { Dialog } from '../kit/dialog'
import { SelectField, TextField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { optionOf } from './about'
import type { CodeActions } from './useCodeActions'

interface NewCodeProps {
  under: string
  actions: Pick<CodeActions, 'book' | 'choose' | 'create'>
  onClose: () => void
}

/** Makes a code. Its colour follows its parent's; what it means is written beside the tree. */
export function NewCodeDialog({ under, actions, onClose }: NewCodeProps) {
  const form = useId()
  const add = useMutation({ mutationFn: actions.create })
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [parent, setParent] = useState(under)
  const onSuccess = (id: string) => {
    actions.choose(id)
    onClose()
  }
  const error = add.error instanceof Refusal ? (add.error.fields.name ?? sentenceOf(add.error)) : undefined
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.codes_cancel()}
      </button>
      <button type="submit" form={form} className="btn primary" disabled={!name.trim() || add.isPending}>
        {m.codes_create()}
      </button>
    </>
  )
  return (
    <Dialog title={m.codes_new()} onClose={onClose} footer={footer} focus={input}>
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ name: name.trim(), parent: parent || undefined }, { onSuccess })
        }}
      >
        <TextField
          label={m.codes_name()}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error}
          ref={input}
          autoComplete="off"
        />
        <SelectField label={m.codes_under()} value={parent} options={parents(actions)} onChange={setParent} />
      </form>
    </Dialog>
  )
}

const parents = ({ book }: Pick<CodeActions, 'book'>) => [
  { value: '', name: m.codes_nowhere() },
  ...book.walk().map(({ code, depth }) => optionOf(code, depth)),
]
