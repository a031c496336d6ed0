import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportPart } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { reports, useAddPart, useAddReport } from '../data/reports'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { Failure } from '../kit/states'
import { m } from '../paraglide/messages'
import { firstParts } from './parts'

/** Puts what is shown into a report, as a part that is counted or gathered anew each time. */
export function AddToReport({ part, small }: { part: ReportPart; small?: boolean }) {
  const [open, setOpen] = useState(false)
  if (!useMay().code) return null
  return (
    <>
      <button
        type="button"
        className={small ? 'btn sm' : 'btn quiet'}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Icon name="report" />
        {m.report_addTo()}
      </button>
      {open ? <AddDialog part={part} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function AddDialog({ part, onClose }: { part: ReportPart; onClose: () => void }) {
  const project = useProjectId()
  const { data: list = [] } = useQuery(reports(project))
  const [chosen, choose] = useState<string>()
  const report = list.find(({ id }) => id === chosen) ?? (chosen === '' ? undefined : list[0])
  const add = useAddPart(project)
  const make = useAddReport(project)
  const undoable = useUndoToast()
  const onSuccess = ({ name, seq }: { name: string; seq: number }) => {
    undoable(m.report_addedTo({ name }), seq)
    onClose()
  }
  const put = () =>
    report
      ? add.mutate({ report: report.id, part }, { onSuccess })
      : make.mutate({ name: m.report_report(), parts: withPart(part) }, { onSuccess })
  const error = add.error ?? make.error
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn primary" disabled={add.isPending || make.isPending} onClick={put}>
        {m.report_addIt()}
      </button>
    </>
  )
  return (
    <Dialog title={m.report_addToTitle()} onClose={onClose} footer={footer}>
      {error ? <Failure error={error} /> : null}
      <SelectField
        label={m.report_into()}
        value={report?.id ?? ''}
        options={[...list.map(({ id, name }) => ({ value: id, name })), { value: '', name: m.report_aNewOne() }]}
        onChange={choose}
      />
    </Dialog>
  )
}

/** What a new report begins with, with a part in place of the excerpts that it would begin with. */
const withPart = (part: ReportPart): ReportPart[] =>
  firstParts().map((one) => (one.kind === 'excerpts' ? { level: 1, ...part } : one))
