import { Link } from '@tanstack/react-router'
import type { CaseDetail } from '../api/names'
import { useProjectId } from '../app/project'
import { m } from '../paraglide/messages'

type Response = CaseDetail['responses'][number]

/** What a case answered in surveys. */
export function Responses({ one: { responses } }: { one: CaseDetail }) {
  if (!responses.length) return null
  return (
    <section aria-label={m.cases_responses()}>
      <h2>{m.cases_responses()}</h2>
      {responses.map((response) => (
        <InSurvey key={response.response} response={response} open={responses.length === 1} />
      ))}
    </section>
  )
}

/** What it answered in one of them; what it wrote leads to its place among the answers. */
function InSurvey({ response, open }: { response: Response; open: boolean }) {
  const project = useProjectId()
  const { survey, surveyName, key, answers } = response
  return (
    <div className="case-response">
      <Link to="/p/$project/surveys/$survey" params={{ project, survey }}>
        {surveyName}
      </Link>
      <details open={open}>
        <summary className="soft">{m.cases_answersAs({ n: answers.length, key })}</summary>
        <dl>
          {answers.map(({ question, label, text, missing, source }) => (
            <div key={question}>
              <dt title={label || undefined}>{question}</dt>
              <dd className={missing ? 'soft' : source ? 'serif' : undefined}>
                {text}{' '}
                {source ? (
                  <Link
                    to="/p/$project/surveys/$survey/answers"
                    params={{ project, survey }}
                    search={{ question }}
                    aria-label={m.cases_allAnswersTo({ question })}
                  >
                    {m.cases_allAnswers()}
                  </Link>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
