import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Refusal } from '../api/refusal'
import { useAddProject } from '../data/projects'
import { Dialog } from '../kit/dialog'
import { ProseField, TextField } from '../kit/fields'
import { Failure } from '../kit/states'

const templates = [
  {
    value: 'lancashire',
    name: 'A study of small firms',
    about:
      'Strands for mid-caps, drop-outs, pre-start-ups and more, and a codebook with the three capitals and the themes.',
  },
  { value: 'blank', name: 'Nothing yet', about: 'No strands and no codes: you make them as you read.' },
]

/** Asks what a new project is called and what it begins with, makes it and opens it. */
export function NewProject({ onClose }: { onClose: () => void }) {
  const form = useId()
  const first = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const add = useAddProject()
  const [typed, setTyped] = useState({ name: '', aim: '', template: 'lancashire' })
  const fields = add.error instanceof Refusal ? add.error.fields : {}

  const send = (event: FormEvent) => {
    event.preventDefault()
    if (add.isPending) return
    add.mutate(typed, { onSuccess: ({ id }) => void navigate({ to: '/p/$project', params: { project: id } }) })
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        Cancel
      </button>
      <button type="submit" form={form} className="btn primary" aria-disabled={add.isPending}>
        {add.isPending ? 'Making it…' : 'Make the project'}
      </button>
    </>
  )
  return (
    <Dialog title="New project" onClose={onClose} footer={footer} focus={first}>
      <form id={form} className="stack" onSubmit={send}>
        {add.isError && !Object.keys(fields).length ? <Failure error={add.error} /> : null}
        <TextField
          label="Name"
          ref={first}
          required
          error={fields.name}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
        <ProseField
          label="Aim"
          hint="What the project is to find out, in a sentence or two. It can wait."
          error={fields.aim}
          value={typed.aim}
          onChange={(event) => setTyped({ ...typed, aim: event.target.value })}
        />
        <Templates value={typed.template} onChange={(template) => setTyped({ ...typed, template })} />
      </form>
    </Dialog>
  )
}

const Templates = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <fieldset className="pj-templates">
    <legend className="label">Begin with</legend>
    {templates.map((one) => (
      <label className="check" key={one.value}>
        <input type="radio" name="template" checked={value === one.value} onChange={() => onChange(one.value)} />
        <span>
          {one.name}
          <span className="cap">{one.about}</span>
        </span>
      </label>
    ))}
  </fieldset>
)
