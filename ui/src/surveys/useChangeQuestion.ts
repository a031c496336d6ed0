import type { Question, Survey, SurveyChange } from '../api/names'
import { Refusal } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeSurvey } from '../data/surveys'
import { useBothVersions } from '../kit/BothVersions'
import { toastError } from '../kit/toasts'
import { clashing, currentOf } from '../kit/versions'
import { m } from '../paraglide/messages'
import { kindNames } from './names'

type QuestionChange = NonNullable<SurveyChange['questions']>[number]

/** A question as it was seen, with the version of its survey. */
type Seen = Question & Pick<QuestionChange, 'renames'> & { version: number }

/** Changes a question of a survey; what someone else has changed meanwhile is shown beside, to take either. */
export function useChangeQuestion(survey: Survey, question: Question) {
  const change = useChangeSurvey(useProjectId())
  const undoable = useUndoToast()
  const send = (seen: Seen, mine: Partial<Seen>): Promise<boolean> =>
    change.mutateAsync({ seen: survey, questions: [{ ...(mine as QuestionChange), id: question.id }] }).then(
      ({ seq }) => {
        if (seq) undoable(m.surveys_changedQuestion({ name: mine.name ?? question.name }), seq)
        return true
      },
      (error) => {
        const late = versions.take(lateOf(error, question.id), seen, mine)
        if (!late) toastError(error)
        return late ?? false
      },
    )
  const versions = useBothVersions<Seen, 'name' | 'label' | 'kind' | 'unit' | 'options' | 'missing'>({
    what: m.surveys_theQuestion({ name: question.name }),
    fields: [
      { field: 'name', label: m.surveys_name() },
      { field: 'label', label: m.surveys_label(), prose: true },
      { field: 'kind', label: m.surveys_kind(), shown: (kind) => kindNames[kind as Question['kind']]() },
      { field: 'unit', label: m.surveys_unit() },
      { field: 'options', label: m.surveys_options(), shown: (list) => optionsIn(list as Question['options']) },
      { field: 'missing', label: m.surveys_missing(), shown: (list) => (list as string[]).join('; ') },
    ],
    send,
  })
  const save = (mine: Partial<Seen>, was: Partial<Seen> = {}) => {
    const now: Seen = { ...question, version: survey.version }
    const seen = { ...now, ...was }
    if (clashing(seen, mine, now).length) void versions.take(new Refusal(409, '', {}, now), seen, mine)
    else void send(now, mine)
  }
  return { save, isPending: change.isPending, dialog: versions.dialog }
}

const optionsIn = (options: Question['options']) =>
  options.map(({ value, label }) => (label ? `${value} = ${label}` : value)).join('; ')

/** The refusal of a survey's old version, as one of the question in it. */
function lateOf(error: unknown, id: string): unknown {
  const now = currentOf<Survey>(error)
  const question = now?.questions.find((one) => one.id === id)
  return now && question ? new Refusal(409, '', {}, { ...question, version: now.version }) : error
}
