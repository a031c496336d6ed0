import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import type { SurveyImported } from '../../api/names'
import { useProjectId } from '../../app/project'
import { figure } from '../../kit/words'
import { m } from '../../paraglide/messages'
import { Copies } from '../Copies'
import { Warnings } from '../Warnings'
import '../../look/pages.css'

/** What has become of the table. */
export function Done({ done: { id, report } }: { done: SurveyImported }) {
  const project = useProjectId()
  const copies = useId()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const lines = [
    [m.surveys_rows(), report.rows],
    [m.surveys_respondents(), report.respondents],
    [m.surveys_openAnswers(), report.openAnswers],
    [m.surveys_madeCases(), report.cases],
  ] as const
  return (
    <div className="pg survey-done">
      <h1 tabIndex={-1} ref={title}>
        {m.surveys_done()}
      </h1>
      <dl>
        {lines.map(([name, n]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{figure(n)}</dd>
          </div>
        ))}
      </dl>
      {report.copies.length ? (
        <section aria-labelledby={copies}>
          <h2 id={copies}>{m.surveys_copies()}</h2>
          <Copies copies={report.copies} />
        </section>
      ) : null}
      <Warnings warnings={report.warnings} />
      <p className="row">
        <Link className="btn primary" to="/p/$project/surveys/$survey" params={{ project, survey: id }}>
          {m.surveys_goToSurvey()}
        </Link>
        <Link className="btn" to="/p/$project/surveys" params={{ project }}>
          {m.surveys_allSurveys()}
        </Link>
      </p>
    </div>
  )
}
