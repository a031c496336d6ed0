import { useMutation } from '@tanstack/react-query'
import type { Report } from '../api/names'
import { useProjectId } from '../app/project'
import { readFile, reportFile } from '../data/reports'
import { LazyMenu } from '../kit/LazyMenu'
import { Icon } from '../kit/marks'
import { nameOf, save } from '../kit/save'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** The report as files: to read, and as rows for statistics. */
export function Downloads({ report }: { report: Report }) {
  const project = useProjectId()
  const to = (file: string) => reportFile(project, report.id, file)
  const lines = (files: readonly [file: string, name: string][]) =>
    files.map(([file, label]) => ({ label, onClick: () => location.assign(to(file)) }))
  const pdf = useMutation({
    mutationFn: () => readFile(to('pages.pdf')),
    onSuccess: (blob) => save(blob, `${nameOf(report.name, 'report')}.pdf`),
    onError: toastError, // it has no letters for some scripts, and says so
  })
  const trigger = (
    <button type="button" className="btn">
      <Icon name="export" />
      {m.report_other()}
    </button>
  )
  return (
    <span className="push row">
      <LazyMenu
        align="end"
        trigger={trigger}
        groups={[
          lines([
            ['pages.html', m.report_html()],
            ['pages.md', m.report_markdown()],
          ]),
          [
            { label: m.report_rows() },
            ...lines([
              ['pages.xlsx', m.report_excel()],
              ['pages.csv', m.report_csv()],
            ]),
          ],
          [
            { label: m.report_matrix() },
            ...lines([
              ['matrix.xlsx?by=case', m.report_casesExcel()],
              ['matrix.csv?by=case', m.report_casesCsv()],
              ['matrix.xlsx?by=passage', m.report_passagesExcel()],
              ['matrix.csv?by=passage', m.report_passagesCsv()],
            ]),
          ],
        ]}
      />
      <a className="btn" href={to('pages.docx')} download>
        <Icon name="export" />
        {m.report_word()}
      </a>
      <button type="button" className="btn primary" disabled={pdf.isPending} onClick={() => pdf.mutate()}>
        <Icon name="export" />
        {m.report_pdf()}
      </button>
    </span>
  )
}
