import { useId, useRef, useState } from 'react'
import type { Strand } from '../api/names'
import { Refusal } from '../api/refusal'
import { useProjectId } from '../app/project'
import { strandKinds, useAddStrand, useChangeStrand } from '../data/strands'
import { Dialog } from '../kit/dialog'
import { ProseField, SelectField, TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { m } from '../paraglide/messages'
import { kindName } from './kinds'

/** Adds a strand, or changes one. */
export function StrandDialog({ strand, onClose }: { strand?: Strand; onClose: () => void }) {
  const form = useId()
  const first = useRef<HTMLInputElement>(null)
  const project = useProjectId()
  const add = useAddStrand(project)
  const change = useChangeStrand(project)
  const [typed, setTyped] = useState({
    name: strand?.name ?? '',
    question: strand?.question ?? '',
    kind: strand?.kind ?? strandKinds[0],
  })
  const error = add.error ?? change.error
  const fields = error instanceof Refusal ? error.fields : {}
  const send = () =>
    strand
      ? change.mutate({ seen: strand, ...typed }, { onSuccess: onClose })
      : add.mutate(typed, { onSuccess: onClose })
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button
        type="submit"
        form={form}
        className="btn primary"
        disabled={!typed.name.trim() || add.isPending || change.isPending}
      >
        {strand ? m.settings_changeStrand() : m.settings_addThisStrand()}
      </button>
    </>
  )
  return (
    <Dialog
      title={strand ? m.settings_changeNamed({ name: strand.name }) : m.settings_newStrand()}
      onClose={onClose}
      footer={footer}
      focus={first}
    >
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {error && !Object.keys(fields).length ? <Failure error={error} /> : null}
        <TextField
          label={m.kit_name()}
          ref={first}
          error={fields.name}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
        <ProseField
          label={m.settings_question()}
          hint={m.settings_questionHint()}
          error={fields.question}
          value={typed.question}
          onChange={(event) => setTyped({ ...typed, question: event.target.value })}
        />
        <SelectField
          label={m.settings_kind()}
          error={fields.kind}
          value={typed.kind}
          options={strandKinds.map((kind) => ({ value: kind, name: kindName(kind) }))}
          onChange={(kind) => setTyped({ ...typed, kind: kind as Strand['kind'] })}
        />
      </form>
    </Dialog>
  )
}
