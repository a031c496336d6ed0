import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Survey } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeSurvey, useRemoveSurvey } from '../data/surveys'
import { useBothVersions } from '../kit/BothVersions'
import { Dialog } from '../kit/dialog'
import { SelectField, TextField } from '../kit/fields'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

interface SettingsProps {
  survey: Survey
  onClose: () => void
}

/** What a survey is called, by what its rows are weighted, and how few may stand in a cell. */
export function SettingsDialog({ survey, onClose }: SettingsProps) {
  const field = useRef<HTMLInputElement>(null)
  const change = useChangeSurvey(useProjectId())
  const undoable = useUndoToast()
  const [typed, setTyped] = useState({ name: survey.name, weight: survey.weight, least: String(survey.least) })
  const errors = change.error instanceof Refusal ? change.error.fields : {}
  const numbers = survey.questions.filter(({ kind }) => kind === 'number')
  const send = (seen: Survey, mine: Partial<Survey>): Promise<boolean> =>
    change.mutateAsync({ seen, name: mine.name, weight: mine.weight, least: mine.least }).then(
      ({ seq }) => {
        if (seq) undoable(m.surveys_changed({ name: typed.name.trim() }), seq)
        onClose()
        return true
      },
      (error) => versions.take(error, seen, mine) ?? false,
    )
  const versions = useBothVersions<Survey, 'name' | 'weight' | 'least'>({
    what: m.surveys_theSurvey({ name: survey.name }),
    fields: [
      { field: 'name', label: m.surveys_name() },
      { field: 'weight', label: m.surveys_weight() },
      { field: 'least', label: m.surveys_least() },
    ],
    send,
  })
  const save = () => {
    const mine = { name: typed.name.trim(), weight: typed.weight, least: Number(typed.least) }
    const changed = Object.entries(mine).filter(([field, value]) => value !== survey[field as keyof typeof mine])
    if (changed.length) void send(survey, Object.fromEntries(changed))
    else onClose()
  }
  const footer = (
    <>
      <RemoveButton survey={survey} onClose={onClose} />
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="submit" form="survey" className="btn primary" disabled={change.isPending || !typed.name.trim()}>
        {m.surveys_keep()}
      </button>
    </>
  )
  return (
    <Dialog title={m.surveys_setOf({ name: survey.name })} onClose={onClose} footer={footer} focus={field}>
      <form
        id="survey"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          ref={field}
          label={m.surveys_name()}
          value={typed.name}
          error={
            errors.name ??
            (change.error && !versions.dialog && !Object.keys(errors).length ? sentenceOf(change.error) : undefined)
          }
          onChange={({ target }) => setTyped({ ...typed, name: target.value })}
        />
        <SelectField
          label={m.surveys_weight()}
          hint={m.surveys_weightHint()}
          value={typed.weight}
          error={errors.weight}
          options={[{ value: '', name: m.surveys_weightNone() }, ...numbers.map(({ name }) => ({ value: name, name }))]}
          onChange={(weight) => setTyped({ ...typed, weight })}
        />
        <TextField
          label={m.surveys_least()}
          hint={m.surveys_leastHint()}
          type="number"
          min={0}
          max={1000}
          required
          value={typed.least}
          error={errors.least}
          onChange={({ target }) => setTyped({ ...typed, least: target.value })}
        />
      </form>
      {versions.dialog}
    </Dialog>
  )
}

/** Only who leads the project deletes a survey: all that was answered goes with it, until it is undone. */
function RemoveButton({ survey: { id, name }, onClose }: SettingsProps) {
  const project = useProjectId()
  const navigate = useNavigate()
  const remove = useRemoveSurvey(project)
  const undoable = useUndoToast()
  const may = useMay().manage
  if (!may) return null
  const onRemove = () =>
    remove.mutate(id, {
      onSuccess: async ({ seq }) => {
        onClose()
        await navigate({ to: '/p/$project/surveys', params: { project } })
        undoable(m.surveys_removed({ name }), seq)
      },
      onError: toastError,
    })
  return (
    <button type="button" className="btn danger survey-remove" disabled={remove.isPending} onClick={onRemove}>
      {m.surveys_remove()}
    </button>
  )
}
