import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useProjectId } from '../../app/project'
import { oneSurvey } from '../../data/surveys'
import { Empty } from '../../kit/states'
import { m } from '../../paraglide/messages'
import { Answers } from './Answers'

const route = getRouteApi('/inside/p/$project/surveys/$survey/answers')

/** What was answered in words: read, narrowed and coded, thousands at a time. */
export function AnswersPage() {
  const { survey: id } = route.useParams()
  const query = route.useSearch()
  const navigate = route.useNavigate()
  const survey = useSuspenseQuery(oneSurvey(useProjectId(), id)).data
  const open = survey.questions.filter(({ kind }) => kind === 'open')
  const question = open.find(({ name }) => name === query.question) ?? open[0]
  if (!question)
    return (
      <div className="pad">
        <Empty title={m.surveys_noOpen()} heading="h2">
          {m.surveys_noOpenHow()}
        </Empty>
      </div>
    )
  return (
    <Answers
      key={question.id}
      survey={survey}
      open={open}
      query={{ ...query, question: question.name }}
      onAsk={(search) => void navigate({ to: '.', search, replace: true })}
    />
  )
}
