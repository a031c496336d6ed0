import { useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type { Survey } from '../api/names'
import { sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { copiesPreview, useCopyAnswers } from '../data/copies'
import { variables } from '../data/variables'
import { Dialog } from '../kit/dialog'
import { Check } from '../kit/fields'
import { Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { Copies } from './Copies'
import { isCopyable } from './names'

interface CopyProps {
  survey: Survey
  onClose: () => void
}

/** Makes answers variables of the cases that respondents are tied to; what changes is shown before anything does. */
export function CopyDialog({ survey, onClose }: CopyProps) {
  const project = useProjectId()
  const first = useRef<HTMLInputElement>(null)
  const [chosen, choose] = useState<Readonly<Record<string, string>>>({})
  const [replace, setReplace] = useState(false)
  const ask = {
    questions: Object.entries(chosen).map(([question, variable]) => ({ question, variable })),
    replace,
  }
  const preview = useQuery(copiesPreview(project, survey.id, ask))
  const copying = useCopyAnswers(project, survey.id)
  const undoable = useUndoToast()
  const error = copying.error ?? (ask.questions.length ? preview.error : null)
  const copy = () =>
    copying.mutate(ask, {
      onSuccess: ({ seq }) => {
        if (seq) undoable(m.surveys_copied({ name: survey.name }), seq)
        onClose()
      },
    })
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button
        type="button"
        className="btn primary"
        disabled={!ask.questions.length || error !== null || preview.isFetching || copying.isPending}
        onClick={copy}
      >
        {m.surveys_copyDo()}
      </button>
    </>
  )
  return (
    <Dialog title={m.surveys_copyTitle()} onClose={onClose} footer={footer} focus={first} wide>
      <div className="stack case-import">
        <p className="soft">{m.surveys_copyHow()}</p>
        <QuestionTicks survey={survey} chosen={chosen} onChoose={choose} first={first} />
        <Check checked={replace} onChange={setReplace}>
          {m.surveys_copyReplace()}
        </Check>
        <section aria-label={m.surveys_copyChanges()} aria-live="polite">
          {error ? (
            <p className="st bad" role="alert">
              {sentenceOf(error)}
            </p>
          ) : !ask.questions.length ? (
            <p className="cap">{m.surveys_copyTick()}</p>
          ) : preview.data ? (
            <Copies copies={preview.data} />
          ) : (
            <Lines count={2} />
          )}
        </section>
      </div>
    </Dialog>
  )
}

interface TicksProps {
  survey: Survey
  chosen: Readonly<Record<string, string>>
  onChoose: (chosen: Readonly<Record<string, string>>) => void
  first: React.RefObject<HTMLInputElement | null>
}

/** The questions that cases can take, each with the name of the variable that it becomes once it is ticked. */
function QuestionTicks({ survey, chosen, onChoose, first }: TicksProps) {
  const list = useId()
  const { data: there } = useQuery(variables(useProjectId()))
  const tick = ({ name, caseVariable }: Survey['questions'][number]) => {
    const { [name]: was, ...rest } = chosen
    onChoose(was === undefined ? { ...chosen, [name]: caseVariable || name } : rest)
  }
  const questions = survey.questions.filter(isCopyable)
  if (!questions.length) return <p className="cap">{m.surveys_copyNoneFit()}</p>
  return (
    <fieldset className="copy-questions">
      <legend className="label">{m.surveys_copyQuestions()}</legend>
      <datalist id={list}>
        {there?.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <ul>
        {questions.map((one, at) => (
          <li key={one.id}>
            <Check ref={at ? undefined : first} checked={chosen[one.name] !== undefined} onChange={() => tick(one)}>
              <span className="cut">{one.name}</span>
            </Check>
            {chosen[one.name] === undefined ? null : (
              <input
                className="input sm"
                list={list}
                aria-label={m.surveys_copyAs({ name: one.name })}
                value={chosen[one.name]}
                onChange={({ target }) => onChoose({ ...chosen, [one.name]: target.value })}
              />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
