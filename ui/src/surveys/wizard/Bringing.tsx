import type { SurveyPreview } from '../../api/names'
import { Bar } from '../../kit/marks'
import { figure } from '../../kit/words'
import { m } from '../../paraglide/messages'
import { Copies } from '../Copies'
import { Warnings } from '../Warnings'
import type { Table } from './useTable'

/** What the table would become, and the button that makes it; while it is brought, how far it is. */
export function Bringing({ table, found: { report } }: { table: Table; found: SurveyPreview }) {
  const { isBringing, isReading, isRefused, share, bring, stop } = table
  if (isBringing) {
    return (
      <footer className="survey-foot" aria-live="polite">
        <span className="grow">
          <Bar share={share} />
          <span className="cap">
            {share < 1 ? m.surveys_sent({ share: figure(Math.round(share * 100)) }) : m.surveys_making()}
          </span>
        </span>
        <button type="button" className="btn" onClick={stop}>
          {m.kit_cancel()}
        </button>
      </footer>
    )
  }
  return (
    <footer className="survey-foot">
      <div className="grow">
        <p>
          {m.surveys_becomes({
            respondents: figure(report.respondents),
            openAnswers: figure(report.openAnswers),
            cases: figure(report.cases),
          })}
        </p>
        {report.copies.length ? (
          <details className="plain">
            <summary>{m.surveys_copiesN({ n: report.copies.length })}</summary>
            <Copies copies={report.copies} />
          </details>
        ) : null}
        {report.warnings.length ? (
          <details>
            <summary>{m.surveys_warningsN({ n: report.warnings.length })}</summary>
            <Warnings warnings={report.warnings} />
          </details>
        ) : null}
      </div>
      <button type="button" className="btn primary" disabled={isReading || isRefused} onClick={bring}>
        {m.surveys_importN({ n: report.respondents })}
      </button>
    </footer>
  )
}
