import { type FormEvent, useId, useRef, useState } from 'react'
import { useProjectId, useStrands } from '../app/project'
import { strandKinds, useAddStrand } from '../data/strands'
import { Dialog } from '../kit/dialog'
import { SelectField, TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { m } from '../paraglide/messages'
import { kindInList } from '../settings/kinds'

const NEW = 'new'

interface StrandSelectProps {
  value: string
  onChange: (strand: string) => void
  /** What no choice of its own means. */
  none?: string
  /** A further choice that is no strand. */
  also?: { value: string; name: string }
  label?: string
}

/** One of the project's strands, or a new one. */
export function StrandSelect({ value, onChange, none, also, label = m.adding_intoStrand() }: StrandSelectProps) {
  const strands = useStrands()
  const [isNew, setNew] = useState(false)
  return (
    <>
      <select
        className="select"
        aria-label={label}
        value={value}
        onChange={(event) => (event.target.value === NEW ? setNew(true) : onChange(event.target.value))}
      >
        {none !== undefined || value === '' ? <option value="">{none ?? m.adding_chooseStrand()}</option> : null}
        {also ? <option value={also.value}>{also.name}</option> : null}
        {strands.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={NEW}>{m.adding_newStrandAsk()}</option>
      </select>
      {isNew ? <NewStrand onClose={() => setNew(false)} onMade={onChange} /> : null}
    </>
  )
}

function NewStrand({ onClose, onMade }: { onClose: () => void; onMade: (strand: string) => void }) {
  const form = useId()
  const name = useRef<HTMLInputElement>(null)
  const add = useAddStrand(useProjectId())
  const [typed, setTyped] = useState<{ name: string; kind: string }>({ name: '', kind: strandKinds[0] })
  const send = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (add.isPending) return
    add.mutate(typed, {
      onSuccess: ({ id }) => {
        onMade(id)
        onClose()
      },
    })
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="submit" form={form} className="btn primary" aria-disabled={add.isPending}>
        {m.adding_makeStrand()}
      </button>
    </>
  )
  return (
    <Dialog title={m.adding_newStrand()} onClose={onClose} footer={footer} focus={name}>
      <form id={form} className="stack" onSubmit={send}>
        {add.isError ? <Failure error={add.error} /> : null}
        <TextField
          label={m.kit_name()}
          hint={m.adding_strandHint()}
          ref={name}
          required
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
        <SelectField
          label={m.settings_kind()}
          value={typed.kind}
          options={strandKinds.map((kind) => ({ value: kind, name: kindInList(kind) }))}
          onChange={(kind) => setTyped({ ...typed, kind })}
        />
      </form>
    </Dialog>
  )
}
