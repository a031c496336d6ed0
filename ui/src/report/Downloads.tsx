import type { Report } from '../api/names'
import { useProjectId } from '../app/project'
import { reportFile } from '../data/reports'
import { DownloadLink, DownloadState, useDownload } from '../kit/Download'
import { LazyMenu } from '../kit/LazyMenu'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'

/** The report as files: to read, and as rows for statistics. */
export function Downloads({ report }: { report: Report }) {
  const project = useProjectId()
  const files = useDownload()
  const to = (file: string) => reportFile(project, report.id, file)
  const lines = (kinds: readonly [file: string, name: string][]) =>
    kinds.map(([file, label]) => ({ label, onClick: () => files.isPending || files.start(to(file)) }))
  const trigger = (
    <button type="button" className="btn">
      <Icon name="export" />
      {m.report_other()}
    </button>
  )
  return (
    <span className="push row wrap">
      <DownloadState of={files} />
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
      <DownloadLink href={to('pages.docx')} by={files}>
        <Icon name="export" />
        {m.report_word()}
      </DownloadLink>
      <DownloadLink href={to('pages.pdf')} by={files} primary>
        <Icon name="export" />
        {m.report_pdf()}
      </DownloadLink>
    </span>
  )
}
