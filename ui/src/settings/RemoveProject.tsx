import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useProject } from '../app/project'
import { useRemoveProject } from '../data/projects'
import { Dialog } from '../kit/dialog'
import { TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { toast } from '../kit/toasts'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'

/** Deletes the project. It is the one thing that can't be undone, so its name is asked for. */
export function RemoveProject() {
  const [open, setOpen] = useState(false)
  return (
    <section aria-labelledby="remove">
      <h2 id="remove">{m.settings_deleteProject()}</h2>
      <p className="soft">{m.settings_deleteAbout()}</p>
      <button type="button" className="btn danger add" onClick={() => setOpen(true)}>
        {m.settings_deleteProjectAsk()}
      </button>
      {open ? <Sure onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

function Sure({ onClose }: { onClose: () => void }) {
  const project = useProject()
  const navigate = useNavigate()
  const remove = useRemoveProject(project.id)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const same = typed.trim() === project.name.trim()
  const send = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        toast(m.settings_deleted({ name: project.name }))
        void navigate({ to: '/' })
      },
    })
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn danger" disabled={!same || remove.isPending} onClick={send}>
        {m.settings_deleteForGood()}
      </button>
    </>
  )
  return (
    <Dialog title={m.settings_deleteProject()} onClose={onClose} footer={footer} focus={input}>
      <div className="stack">
        {remove.error ? <Failure error={remove.error} /> : null}
        <p className="soft">
          {m.settings_goesWithIt({
            sources: count(project.sources, 'source'),
            codes: count(project.codes, 'code'),
            codings: count(project.codings, 'coding'),
          })}
        </p>
        <TextField
          label={m.settings_typeName()}
          hint={project.name}
          ref={input}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
    </Dialog>
  )
}
