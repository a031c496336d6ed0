import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Refusal } from '../api/refusal'
import { useAddProject } from '../data/projects'
import { Dialog } from '../kit/dialog'
import { ProseField, TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { m } from '../paraglide/messages'

const templates = [
  {
    value: 'lancashire',
    name: m.projects_firms,
    about: m.projects_firmsAbout,
  },
  { value: 'blank', name: m.projects_blank, about: m.projects_blankAbout },
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
        {m.kit_cancel()}
      </button>
      <button type="submit" form={form} className="btn primary" aria-disabled={add.isPending}>
        {add.isPending ? m.projects_making() : m.projects_make()}
      </button>
    </>
  )
  return (
    <Dialog title={m.projects_new()} onClose={onClose} footer={footer} focus={first}>
      <form id={form} className="stack" onSubmit={send}>
        {add.isError && !Object.keys(fields).length ? <Failure error={add.error} /> : null}
        <TextField
          label={m.kit_name()}
          ref={first}
          required
          error={fields.name}
          value={typed.name}
          onChange={(event) => setTyped({ ...typed, name: event.target.value })}
        />
        <ProseField
          label={m.projects_aim()}
          hint={m.projects_aimHint()}
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
    <legend className="label">{m.projects_beginWith()}</legend>
    {templates.map((one) => (
      <label className="check" key={one.value}>
        <input type="radio" name="template" checked={value === one.value} onChange={() => onChange(one.value)} />
        <span>
          {one.name()}
          <span className="cap">{one.about()}</span>
        </span>
      </label>
    ))}
  </fieldset>
)
