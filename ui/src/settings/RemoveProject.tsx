import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useProject } from '../app/project'
import { useRemoveProject } from '../data/projects'
import { ForGoodDialog } from '../kit/ForGoodDialog'
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
  const send = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        toast(m.settings_deleted({ name: project.name }))
        void navigate({ to: '/' })
      },
    })
  return (
    <ForGoodDialog
      title={m.settings_deleteProject()}
      act={m.settings_deleteForGood()}
      typed={{ label: m.settings_typeName(), name: project.name }}
      doing={remove}
      onDo={send}
      onClose={onClose}
    >
      <p className="soft">
        {m.settings_goesWithIt({
          sources: count(project.sources, 'source'),
          codes: count(project.codes, 'code'),
          codings: count(project.codings, 'coding'),
        })}
      </p>
    </ForGoodDialog>
  )
}
