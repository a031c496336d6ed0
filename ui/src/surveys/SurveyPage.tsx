import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { Page } from '../app/Page'
import { useMay, useProjectId } from '../app/project'
import { oneSurvey } from '../data/surveys'
import { Icon } from '../kit/marks'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { CopyDialog } from './CopyDialog'
import { NewerDialog } from './NewerDialog'
import { SettingsDialog } from './SettingsDialog'
import './surveys.css'

const route = getRouteApi('/inside/p/$project/surveys/$survey')

/** A survey: its questions, its answers, and whatever else is made of them, each on a page of its own. */
export function SurveyPage() {
  const project = useProjectId()
  const { survey: id } = route.useParams()
  const survey = useSuspenseQuery(oneSurvey(project, id)).data
  const may = useMay().change
  const [open, setOpen] = useState<'newer' | 'copy' | 'settings'>()
  const close = () => setOpen(undefined)
  const crumbs = (
    <Link to="/p/$project/surveys" params={{ project }}>
      {m.surveys_surveys()}
    </Link>
  )
  return (
    <Page title={survey.name} crumbs={crumbs} className="survey-page">
      <header className="row wrap">
        <h1>{survey.name}</h1>
        <p className="soft">{m.surveys_respondentsN({ n: survey.respondents })}</p>
        {may ? (
          <span className="push row tight">
            <button type="button" className="btn" onClick={() => setOpen('newer')}>
              <Icon name="import" />
              {m.surveys_newer()}
            </button>
            <button type="button" className="btn" onClick={() => setOpen('copy')}>
              <Icon name="cases" />
              {m.surveys_copyAnswers()}
            </button>
            <button type="button" className="btn" onClick={() => setOpen('settings')}>
              <Icon name="settings" />
              {m.surveys_set()}
            </button>
          </span>
        ) : null}
      </header>
      <Tabs
        survey={id}
        questions={survey.questions.filter(({ kind }) => kind !== 'ignore').length}
        answers={survey.openAnswers}
      />
      <Outlet />
      {open === 'newer' ? <NewerDialog survey={survey} onClose={close} /> : null}
      {open === 'copy' ? <CopyDialog survey={survey} onClose={close} /> : null}
      {open === 'settings' ? <SettingsDialog survey={survey} onClose={close} /> : null}
    </Page>
  )
}

function Tabs({ survey, questions, answers }: { survey: string; questions: number; answers: number }) {
  const project = useProjectId()
  const link = { params: { project, survey }, activeProps: { 'aria-current': 'page' as const } }
  return (
    <nav className="tabs" aria-label={m.surveys_parts()}>
      <Link to="/p/$project/surveys/$survey" {...link} activeOptions={{ exact: true, includeSearch: false }}>
        {m.surveys_questions()} <span className="n">{figure(questions)}</span>
      </Link>
      <Link to="/p/$project/surveys/$survey/answers" {...link} activeOptions={{ includeSearch: false }}>
        {m.surveys_answers()} <span className="n">{figure(answers)}</span>
      </Link>
      <Link to="/p/$project/surveys/$survey/relations" {...link} activeOptions={{ includeSearch: false }}>
        {m.surveys_relations()}
      </Link>
      <Link to="/p/$project/surveys/$survey/joint" {...link} activeOptions={{ includeSearch: false }}>
        {m.surveys_joint()}
      </Link>
    </nav>
  )
}
