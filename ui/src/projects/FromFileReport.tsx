import type { ExchangeReport } from '../api/names'
import { Findings } from '../exchange/Findings'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'

const made = [
  ['sources', m.app_sources],
  ['codes', m.app_codes],
  ['passages', m.exchange_passages],
  ['codings', m.projects_codings],
  ['memos', m.app_memos],
  ['cases', m.app_cases],
  ['variables', m.exchange_variables],
  ['members', m.exchange_people],
  ['carried', m.exchange_carried],
] as const

/** What a file holds that another program wrote: its sizes, then what is lost, changed and kept of it. */
export const FromFileReport = ({ report }: { report: ExchangeReport }) => (
  <section aria-label={m.exchange_fromFileReport()} aria-live="polite" className="stack">
    <p>
      <b>{report.name}</b>
      {report.origin ? <span className="soft"> {m.exchange_fromProgram({ program: report.origin })}</span> : null}
    </p>
    <dl className="pj-made">
      {made.map(([kind, name]) => (
        <div key={kind}>
          <dt>{name()}</dt>
          <dd>{figure(report.made[kind])}</dd>
        </div>
      ))}
    </dl>
    {report.findings?.length ? (
      <Findings findings={report.findings} />
    ) : (
      <p className="soft">{m.exchange_fromFileWhole()}</p>
    )}
  </section>
)
