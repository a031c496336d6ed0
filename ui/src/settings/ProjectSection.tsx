import { useState } from 'react'
import { Refusal } from '../api/refusal'
import { useMay, useProject } from '../app/project'
import { useChangeProject } from '../data/projects'
import { ProseField, TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** What the project is called and is to find out. */
export function ProjectSection() {
  const project = useProject()
  const { manage } = useMay()
  return (
    <section aria-labelledby="project">
      <h2 id="project">{m.app_project()}</h2>
      {manage ? (
        <ProjectForm />
      ) : (
        <>
          <p>{project.name}</p>
          {project.aim ? <p className="serif soft">{project.aim}</p> : null}
          <p className="cap">{m.settings_leadCan()}</p>
        </>
      )}
    </section>
  )
}

function ProjectForm() {
  const seen = useProject()
  const change = useChangeProject(seen.id)
  const [typed, setTyped] = useState({ name: seen.name, aim: seen.aim })
  const fields = change.error instanceof Refusal ? change.error.fields : {}
  const same = typed.name.trim() === seen.name && typed.aim.trim() === seen.aim
  return (
    <form
      className="narrow stack"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ seen, ...typed }, { onSuccess: () => toast(m.settings_savedProject()) })
      }}
    >
      {change.error && !Object.keys(fields).length ? <Failure error={change.error} /> : null}
      <TextField
        label={m.kit_name()}
        required
        error={fields.name}
        value={typed.name}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
      />
      <ProseField
        label={m.settings_aim()}
        hint={m.settings_aimHint()}
        error={fields.aim}
        value={typed.aim}
        onChange={(event) => setTyped({ ...typed, aim: event.target.value })}
      />
      <button type="submit" className="btn" disabled={same || !typed.name.trim() || change.isPending}>
        {m.settings_saveProject()}
      </button>
    </form>
  )
}
