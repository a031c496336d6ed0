import { useState } from 'react'
import { Refusal } from '../api/refusal'
import { useMay, useProject } from '../app/project'
import { useChangeProject } from '../data/projects'
import { ProseField, TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { toast } from '../kit/toasts'

/** What the project is called and is to find out. */
export function ProjectSection() {
  const project = useProject()
  const { manage } = useMay()
  return (
    <section aria-labelledby="project">
      <h2 id="project">Project</h2>
      {manage ? (
        <ProjectForm />
      ) : (
        <>
          <p>{project.name}</p>
          {project.aim ? <p className="serif soft">{project.aim}</p> : null}
          <p className="cap">A lead can change this.</p>
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
        change.mutate({ seen, ...typed }, { onSuccess: () => toast('Saved the name and the aim.') })
      }}
    >
      {change.error && !Object.keys(fields).length ? <Failure error={change.error} /> : null}
      <TextField
        label="Name"
        required
        error={fields.name}
        value={typed.name}
        onChange={(event) => setTyped({ ...typed, name: event.target.value })}
      />
      <ProseField
        label="Aim"
        hint="What the project is to find out, in a sentence or two."
        error={fields.aim}
        value={typed.aim}
        onChange={(event) => setTyped({ ...typed, aim: event.target.value })}
      />
      <button type="submit" className="btn" disabled={same || !typed.name.trim() || change.isPending}>
        Save the name and the aim
      </button>
    </form>
  )
}
