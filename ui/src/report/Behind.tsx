import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PagesQuote, Report, ReportPart } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { spanParam } from '../app/search-params'
import { reportUnused } from '../data/reports'
import { Failure, Late, Lines } from '../kit/states'
import { figure, shorten } from '../kit/words'
import { m } from '../paraglide/messages'
import type { ReportActs } from './useReportActs'

/** The most letters of an excerpt that are shown. */
const SHOWN = 180

interface BehindProps {
  report: Report
  part?: ReportPart
  acts: ReportActs
}

/** What is behind the part that is worked on: excerpts of its codes and filters that the report doesn't hold. */
export function Behind({ report, part, acts }: BehindProps) {
  return (
    <aside className="tr" aria-label={m.report_behind()}>
      <div className="panel-h">
        <h2 className="h">{m.report_behind()}</h2>
      </div>
      {part?.kind === 'excerpts' ? (
        <Unused key={part.id} {...{ report, part, acts }} />
      ) : (
        <p className="cap nb">{m.report_behindOthers()}</p>
      )}
    </aside>
  )
}

function Unused({ report, part, acts }: Required<BehindProps>) {
  const project = useProjectId()
  const may = useMay().code
  const { data, error, refetch } = useQuery(reportUnused(project, report.id, part.id ?? ''))
  const add = ({ passage, text }: PagesQuote) =>
    acts.change(
      (parts) => parts.map((one) => (one.id === part.id ? withPassage(one, passage) : one)),
      m.report_addedExcerpt({ words: shorten(text, 40) }),
    )
  return (
    <div className="sec">
      <h3>
        {m.report_unused()} <span className="dim">{data ? figure(data.total) : ''}</span>
      </h3>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {data || error ? null : (
        <Late>
          <Lines count={3} />
        </Late>
      )}
      {data && !data.total ? <p className="cap">{m.report_allUsed()}</p> : null}
      <ul className="nu">
        {data?.items?.map((quote) => (
          <li key={quote.passage}>
            <p className="serif" dir="auto">
              {shorten(quote.text, SHOWN)}
            </p>
            <p className="row cap">
              <Place quote={quote} />
              {may ? (
                <button
                  type="button"
                  className="btn sm push"
                  onClick={() => add(quote)}
                  aria-label={m.report_addThis({ words: shorten(quote.text, 40) })}
                >
                  {m.report_add()}
                </button>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {data && data.total > (data.items?.length ?? 0) ? (
        <p className="cap">{m.report_firstOf({ n: figure(data.items?.length ?? 0) })}</p>
      ) : null}
    </div>
  )
}

const Place = ({ quote: { source, title, where, start, end } }: { quote: PagesQuote }) => {
  const project = useProjectId()
  return (
    <Link to="/p/$project/sources/$source" params={{ project, source }} search={{ at: spanParam({ start, end }) }}>
      {title ? `${title}, ${where}` : m.report_inText()}
    </Link>
  )
}

/** A part with an excerpt put back, or put at the end of those that were picked. */
const withPassage = (part: ReportPart, passage: string): ReportPart =>
  part.chosen === 'picked'
    ? { ...part, picked: [...(part.picked ?? []), passage] }
    : { ...part, leftOut: part.leftOut?.filter((one) => one !== passage) }
