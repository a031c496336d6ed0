import { useId, useRef, useState } from 'react'
import { Refusal, sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useAddCode } from '../data/codes'
import { Dialog } from '../kit/dialog'
import { SelectField, TextField } from '../kit/fields'
import type { CodeActions } from './useCodeActions'

/** Makes a code. Its colour follows its parent's; what it means is written in the panel. */
export function NewCodeDialog({
  under,
  actions,
  onClose,
}: {
  under: string
  actions: CodeActions
  onClose: () => void
}) {
  const form = useId()
  const add = useAddCode(useProjectId())
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [parent, setParent] = useState(under)
  const create = () =>
    add.mutate(
      { name: name.trim(), parent: parent || undefined },
      {
        onSuccess: (code) => {
          actions.select(code.id)
          onClose()
        },
      },
    )
  const error = add.error instanceof Refusal ? (add.error.fields.name ?? sentenceOf(add.error)) : undefined
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        Cancel
      </button>
      <button type="submit" form={form} className="btn primary" disabled={!name.trim() || add.isPending}>
        Create the code
      </button>
    </>
  )
  return (
    <Dialog title="New code" onClose={onClose} footer={footer} focus={input}>
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <NameField {...{ input, name, setName, error }} />
        <SelectField label="Under" value={parent} options={parents(actions)} onChange={setParent} />
      </form>
    </Dialog>
  )
}

interface NameFieldProps {
  input: React.Ref<HTMLInputElement>
  name: string
  setName: (name: string) => void
  error?: string
}

const NameField = ({ input, name, setName, error }: NameFieldProps) => (
  <TextField
    label="Name"
    value={name}
    onChange={(event) => setName(event.target.value)}
    error={error}
    ref={input}
    autoComplete="off"
  />
)

const parents = ({ book }: CodeActions) => [
  { value: '', name: 'Nothing, at the top of the codebook' },
  ...book.walk().map(({ code, depth }) => ({ value: code.id, name: `${'\u2003'.repeat(depth)}${code.name}` })),
]
