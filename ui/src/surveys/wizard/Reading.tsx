import { useState } from 'react'
import { Failure, Late, Lines } from '../../kit/states'
import { figure } from '../../kit/words'
import { m } from '../../paraglide/messages'
import { Bringing } from './Bringing'
import { ColumnList } from './ColumnList'
import { ColumnPanel } from './ColumnPanel'
import { Done } from './Done'
import { linesOf } from './draft'
import { Settings } from './Settings'
import { useTable } from './useTable'
import { ChooseTable } from './Wizard'

/** A table as it is read: the whole above, its columns below, one of them at the right. */
export function Reading({ file, onOther }: { file: File; onOther: (file: File) => void }) {
  const table = useTable(file)
  const { found, error, isReading, isRefused, draft, done } = table
  const [chosen, choose] = useState<string>()
  if (done) return <Done done={done} />
  const lines = found ? linesOf(found, draft) : []
  const line = lines.find(({ key }) => key === chosen) ?? lines[0]
  return (
    <div className={line ? 'imp' : 'imp bare'}>
      <section className="survey-table" aria-label={m.surveys_columns()} aria-busy={isReading}>
        <header className="row wrap">
          <div className="grow">
            <h1>{draft.settings.name || found?.definition.name || file.name}</h1>
            <p className="soft" aria-live="polite">
              {found
                ? m.surveys_read({ rows: figure(found.report.rows), columns: figure(found.columns.length) })
                : file.name}
            </p>
          </div>
          <ChooseTable onFile={onOther} />
        </header>
        {error ? <Failure error={error} retry={isRefused ? table.again : undefined} /> : null}
        {found ? (
          <>
            <Settings table={table} found={found} />
            <ColumnList table={table} lines={lines} chosen={line?.key} onChoose={choose} />
          </>
        ) : isReading ? (
          <Late>
            <Lines count={10} />
          </Late>
        ) : null}
        {found ? <Bringing table={table} found={found} /> : null}
      </section>
      {found && line ? (
        <ColumnPanel
          key={line.key}
          table={table}
          line={line}
          caseKind={draft.settings.caseKind ?? found.definition.caseKind}
        />
      ) : null}
    </div>
  )
}
