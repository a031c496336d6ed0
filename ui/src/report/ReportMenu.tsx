import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Report } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useAddReport, useRemoveReport } from '../data/reports'
import { LazyMenu } from '../kit/LazyMenu'
import { Icon } from '../kit/marks'
import { randomId } from '../kit/randomId'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { NameDialog } from './NameDialog'
import { firstParts } from './parts'

const route = getRouteApi('/inside/p/$project/report')

/** Which report it is, with the others behind it, and what can be done to the whole of it. */
export function ReportMenu({ report, list }: { report: Report; list: readonly Report[] }) {
  const project = useProjectId()
  const may = useMay().code
  const navigate = route.useNavigate()
  const [naming, setNaming] = useState(false)
  const add = useAddReport(project)
  const remove = useRemoveReport(project)
  const undoable = useUndoToast()
  const go = (id?: string) => void navigate({ to: '.', search: id ? { report: id } : {} })
  const make = (name: string, parts: Report['parts']) =>
    add.mutate({ name, parts }, { onSuccess: ({ id }) => go(id), onError: toastError })
  const drop = () =>
    remove.mutate(report.id, {
      onSuccess: ({ seq }) => {
        go()
        undoable(m.report_deleted({ name: report.name }), seq)
      },
      onError: toastError,
    })
  const trigger = (
    <button type="button" className="btn quiet name" aria-label={m.report_which({ name: report.name })}>
      <span className="cut">{report.name}</span>
      <Icon name="down" small />
    </button>
  )
  const others = list
    .filter(({ id }) => id !== report.id)
    .map(({ id, name }) => ({ label: name, onClick: () => go(id) }))
  const deeds = [
    { label: m.report_rename(), onClick: () => setNaming(true) },
    {
      label: m.report_copy(),
      onClick: () =>
        make(
          m.report_copyOf({ name: report.name }),
          report.parts.map((part) => ({ ...part, id: randomId() })),
        ),
    },
    { label: m.report_new(), onClick: () => make(m.report_report(), firstParts()) },
    { label: m.report_delete(), onClick: drop },
  ]
  const groups = [...(others.length ? [others] : []), ...(may ? [deeds] : [])]
  return (
    <div className="which">
      {groups.length ? <LazyMenu trigger={trigger} groups={groups} /> : <b className="name cut">{report.name}</b>}
      {naming ? <NameDialog report={report} onClose={() => setNaming(false)} /> : null}
    </div>
  )
}
