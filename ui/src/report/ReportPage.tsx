import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { PagesPart, Report } from '../api/names'
import { Page } from '../app/Page'
import { useMay, useProjectId } from '../app/project'
import { reportPages, reports, useAddReport } from '../data/reports'
import { Segmented } from '../kit/fields'
import { Icon } from '../kit/marks'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { toastError } from '../kit/toasts'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Behind } from './Behind'
import { Contents } from './Contents'
import { Downloads } from './Downloads'
import type { ExcerptActs } from './drawn'
import { firstParts } from './parts'
import { ReportMenu } from './ReportMenu'
import { Settings } from './Settings'
import { Sheets } from './Sheets'
import { useReportActs } from './useReportActs'
import '../look/pages.css'
import '../search/search.css'
import './report.css'

const route = getRouteApi('/inside/p/$project/report')

/** The report of a study: what stands in it, how each part is, and its pages as they will be. */
export function ReportPage() {
  const project = useProjectId()
  const { report: asked } = route.useSearch()
  const { data: list, error, refetch } = useQuery(reports(project))
  const report = list?.find(({ id }) => id === asked) ?? list?.[0]
  if (report && list) return <Built key={report.id} report={report} list={list} />
  return (
    <Page title={m.report_report()}>
      <h1 className="sr">{m.report_report()}</h1>
      <div className="pg">
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {list ? <NoReport /> : null}
        {list || error ? null : <Waiting />}
      </div>
    </Page>
  )
}

const Waiting = () => (
  <Late>
    <Lines />
  </Late>
)

/** Nobody has begun a report yet. */
function NoReport() {
  const project = useProjectId()
  const may = useMay().code
  const navigate = route.useNavigate()
  const add = useAddReport(project)
  const begin = () =>
    add.mutate(
      { name: m.report_report(), parts: firstParts() },
      { onSuccess: ({ id }) => void navigate({ to: '.', search: { report: id } }), onError: toastError },
    )
  const button = (
    <button type="button" className="btn primary" disabled={add.isPending} onClick={begin}>
      <Icon name="plus" />
      {m.report_begin()}
    </button>
  )
  return (
    <Empty title={m.report_none()} heading="h2" actions={may ? button : null}>
      {m.report_noneHint()}
    </Empty>
  )
}

function Built({ report, list }: { report: Report; list: readonly Report[] }) {
  const project = useProjectId()
  const may = useMay().code
  const { part: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const { data: pages, error, refetch } = useQuery(reportPages(project, report.id))
  const [across, setAcross] = useState<'1' | '2'>(() => (matchMedia('(max-width: 1180px)').matches ? '1' : '2'))
  const [[page, of], setPage] = useState([0, 0])
  const acts = useReportActs(report)
  const part = report.parts.find(({ id }) => id === asked) ?? report.parts[0]
  const goTo = (id: string | undefined) =>
    void navigate({ to: '.', search: { report: report.id, part: id }, replace: true, resetScroll: false })
  const onPage = useCallback((n: number, all: number) => setPage([n, all]), [])
  const actsOf = useExcerptActs(report, may ? part?.id : undefined, acts)
  const status = pages ? (
    <>
      <span>{m.report_size({ pages: of, excerpts: pages.passages })}</span>
      <span>{m.report_codebookAt({ n: figure(pages.codebook) })}</span>
    </>
  ) : null
  return (
    <Page title={m.report_report()} className="rep" status={status}>
      <h1 className="sr">{report.name}</h1>
      <div className="bld">
        <ReportMenu report={report} list={list} />
        <Contents {...{ report, pages, acts }} part={part?.id} onPart={goTo} />
        {part ? <Settings key={part.id} {...{ part, pages, acts }} may={may} /> : null}
      </div>
      <section className="desk2" aria-label={m.report_preview()}>
        <div className="pb">
          <span className="cap num">{of ? m.report_pageOf({ n: figure(page), all: figure(of) }) : ''}</span>
          <Segmented
            label={m.report_zoom()}
            value={across}
            options={[
              { value: '1', name: m.report_one() },
              { value: '2', name: m.report_two() },
            ]}
            onChange={setAcross}
          />
          <Downloads report={report} />
        </div>
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {pages?.parts.length ? (
          <Sheets {...{ pages, actsOf, onPage }} part={part?.id} onPart={goTo} across={across === '1' ? 1 : 2} />
        ) : pages ? (
          <Empty title={m.report_noParts()} heading="h2">
            {m.report_noPartsHint()}
          </Empty>
        ) : error ? null : (
          <Waiting />
        )}
      </section>
      <Behind {...{ report, part, acts }} />
    </Page>
  )
}

/** What can be done to the excerpts of the part that is worked on. */
function useExcerptActs(report: Report, at: string | undefined, acts: ReturnType<typeof useReportActs>) {
  const { parts } = report
  // biome-ignore lint/correctness/useExhaustiveDependencies: the acts are those of this report
  return useCallback(
    (read: PagesPart): ExcerptActs | undefined => {
      const part = parts.find(({ id }) => id === read.id)
      if (!part || part.id !== at || part.kind !== 'excerpts') return undefined
      const { picked = [], leftOut = [] } = part
      if (part.chosen !== 'picked')
        return {
          leaveOut: (id) =>
            acts.change(
              (now) => now.map((one) => (one.id === at ? { ...one, leftOut: [...leftOut, id] } : one)),
              m.report_leftOut(),
            ),
        }
      const move = (id: string, by: number) => {
        const from = picked.indexOf(id)
        const to = Math.max(0, Math.min(from + by, picked.length - 1))
        acts.set(at, { picked: picked.toSpliced(from, 1).toSpliced(to, 0, id) })
      }
      return {
        move,
        leaveOut: (id) =>
          acts.change(
            (now) =>
              now.map((one) => (one.id === at ? { ...one, picked: picked.filter((other) => other !== id) } : one)),
            m.report_leftOut(),
          ),
      }
    },
    [parts, at],
  )
}
