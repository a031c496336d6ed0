import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SurveyHead } from '../api/names'
import { Page } from '../app/Page'
import { useMay, useProjectId } from '../app/project'
import { surveys } from '../data/surveys'
import { Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { dayOf } from '../kit/time'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import '../look/pages.css'
import './surveys.css'

/** The surveys of the study: how many answered what. */
export function SurveysPage() {
  const project = useProjectId()
  const list = useSuspenseQuery(surveys(project)).data
  const add = useMay().change ? (
    <Link to="/p/$project/surveys/new" params={{ project }} className="btn primary">
      <Icon name="import" />
      {m.surveys_import()}
    </Link>
  ) : null
  return (
    <Page title={m.surveys_surveys()} still={!list.length && !add}>
      <div className="pg">
        <header>
          <h1>{m.surveys_surveys()}</h1>
          {list.length ? <span className="push">{add}</span> : null}
        </header>
        {list.length ? (
          <SurveyTable list={list} />
        ) : (
          <Empty title={m.surveys_empty()} heading="h2" actions={add}>
            {m.surveys_emptyHow()}
          </Empty>
        )}
      </div>
    </Page>
  )
}

function SurveyTable({ list }: { list: readonly SurveyHead[] }) {
  const project = useProjectId()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{m.surveys_name()}</th>
          <th scope="col" className="num">
            {m.surveys_respondents()}
          </th>
          <th scope="col" className="num">
            {m.surveys_questions()}
          </th>
          <th scope="col" className="num">
            {m.surveys_openAnswers()}
          </th>
          <th scope="col">{m.surveys_imported()}</th>
        </tr>
      </thead>
      <tbody>
        {list.map(({ id, name, filename, respondents, questions, openAnswers, createdAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/p/$project/surveys/$survey" params={{ project, survey: id }}>
                {name}
              </Link>
              <span className="cap"> {filename}</span>
            </th>
            <td className="num">{figure(respondents)}</td>
            <td className="num">{figure(questions)}</td>
            <td className="num">{figure(openAnswers)}</td>
            <td>{dayOf(createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
