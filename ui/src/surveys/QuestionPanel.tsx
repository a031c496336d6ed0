import { Link } from '@tanstack/react-router'
import type { Question, Survey } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { questionKinds } from '../data/surveys'
import { Check } from '../kit/fields'
import { m } from '../paraglide/messages'
import { FrequencyTable } from './FrequencyTable'
import { QuestionFields } from './QuestionFields'
import { useChangeQuestion } from './useChangeQuestion'

interface PanelProps {
  survey: Survey
  question: Question
}

/** One question: how it was answered, what it is called, and what its answers are. */
export function QuestionPanel({ survey, question }: PanelProps) {
  const project = useProjectId()
  const { save, isPending, dialog } = useChangeQuestion(survey, question)
  const may = useMay().change
  return (
    <aside className="pvw" aria-label={m.surveys_about({ name: question.name })}>
      <div className="panel-h">
        <b className="grow cut">{question.name}</b>
        {question.kind === 'open' ? (
          <Link
            className="btn sm"
            to="/p/$project/surveys/$survey/answers"
            params={{ project, survey: survey.id }}
            search={{ question: question.name }}
          >
            {m.surveys_readAnswers()}
          </Link>
        ) : null}
      </div>
      <div className="pvw-body">
        <FrequencyTable survey={survey} question={question} />
        <div className="blk" aria-busy={isPending}>
          <QuestionFields
            question={question}
            kinds={kindsFor(question)}
            may={may}
            onChange={({ kind: _, ...changed }, was) => save(changed, was)}
            onKind={(kind) => kind !== 'open' && save({ kind })}
            onRename={(was, is) => save({ renames: [{ was, is }] })}
          />
          {question.caseVariable ? (
            <Check checked disabled={!may} onChange={() => save({ caseVariable: '' })}>
              {m.surveys_copyFollows({ variable: question.caseVariable })}
            </Check>
          ) : null}
        </div>
      </div>
      {dialog}
    </aside>
  )
}

/** What a question can become: these are read alike, the others only as what they are. */
const alike: readonly Question['kind'][] = ['single', 'scale', 'number', 'text']

const kindsFor = ({ kind }: Question) =>
  questionKinds.filter((one) => one === kind || (alike.includes(kind) && alike.includes(one)))
