import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Refusal, sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { casePage, useAddCase } from '../data/cases'
import { Dialog } from '../kit/dialog'
import { Segmented, SelectField, TextField } from '../kit/fields'
import { m } from '../paraglide/messages'

/** A firm or a person by hand. */
export function NewCaseDialog({ onClose }: { onClose: () => void }) {
  const project = useProjectId()
  const add = useAddCase(project)
  const undoable = useUndoToast()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [key, setKey] = useState('')
  const [kind, setKind] = useState<'firm' | 'person'>('firm')
  const [firm, setFirm] = useState('')
  const { data: firms } = useQuery({ ...casePage(project, { kind: ['firm'] }, 0), enabled: kind === 'person' })
  const errors = add.error instanceof Refusal ? add.error.fields : {}
  const save = () =>
    add.mutate(
      { name: name.trim(), kind, key: key.trim(), ...(kind === 'person' && firm && { firm }) },
      {
        onSuccess: ({ seq }) => {
          undoable(m.cases_added({ name: name.trim() }), seq)
          onClose()
        },
      },
    )
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.cases_cancel()}
      </button>
      <button type="submit" form="new-case" className="btn primary" disabled={add.isPending || !name.trim()}>
        {m.cases_add()}
      </button>
    </>
  )
  return (
    <Dialog title={m.cases_new()} onClose={onClose} footer={footer} focus={field}>
      <form
        id="new-case"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Segmented
          label={m.cases_kind()}
          value={kind}
          options={[
            { value: 'firm', name: m.cases_firm() },
            { value: 'person', name: m.cases_person() },
          ]}
          onChange={setKind}
        />
        <TextField
          ref={field}
          label={m.cases_name()}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={errors.name ?? (add.error && !Object.keys(errors).length ? sentenceOf(add.error) : undefined)}
        />
        <TextField
          label={m.cases_key()}
          hint={m.cases_keyHint()}
          value={key}
          onChange={(event) => setKey(event.target.value)}
          error={errors.key}
        />
        {kind === 'person' ? (
          <SelectField
            label={m.cases_firmOf()}
            value={firm}
            options={[
              { value: '', name: m.cases_noFirm() },
              ...(firms?.items ?? []).map(({ id, name }) => ({ value: id, name })),
            ]}
            onChange={setFirm}
          />
        ) : null}
      </form>
    </Dialog>
  )
}
