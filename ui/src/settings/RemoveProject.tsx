import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useProject } from '../app/project'
import { useRemoveProject } from '../data/projects'
import { Dialog } from '../kit/dialog'
import { TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { toast } from '../kit/toasts'
import { count } from '../kit/words'

/** Deletes the project. It is the one thing that can't be undone, so its name is asked for. */
export function RemoveProject() {
  const [open, setOpen] = useState(false)
  return (
    <section aria-labelledby="remove">
      <h2 id="remove">Delete the project</h2>
      <p className="soft">Everything in it goes, for everyone on the team, for good.</p>
      <button type="button" className="btn danger add" onClick={() => setOpen(true)}>
        Delete the project…
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
        toast(`Deleted “${project.name}”.`)
        void navigate({ to: '/' })
      },
    })
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        Cancel
      </button>
      <button type="button" className="btn danger" disabled={!same || remove.isPending} onClick={send}>
        Delete for good
      </button>
    </>
  )
  return (
    <Dialog title="Delete the project" onClose={onClose} footer={footer} focus={input}>
      <div className="stack">
        {remove.error ? <Failure error={remove.error} /> : null}
        <p className="soft">
          {count(project.sources, 'source')}, {count(project.codes, 'code')} and {count(project.codings, 'coding')} go
          with it, and the journal. This can’t be undone. Download the excerpts first if you want to keep them.
        </p>
        <TextField
          label="Type the name of the project"
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
