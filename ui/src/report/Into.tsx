import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ReportDone, ReportPart } from '../api/names'
import { useProjectId } from '../app/project'
import { reports, useAddPart, useAddReport } from '../data/reports'
import { Dialog } from '../kit/dialog'
import { SelectField, TextField } from '../kit/fields'
import { Failure } from '../kit/states'
import { m } from '../paraglide/messages'
import { firstParts } from './parts'

/** A report of the project, or a new one by its name, that a part is put into. */
export function useInto(onSuccess: (report: ReportDone) => void) {
  const project = useProjectId()
  const { data: list, error: unread } = useQuery(reports(project))
  const [chosen, choose] = useState<string>()
  const [name, setName] = useState(m.report_report)
  const add = useAddPart(project)
  const make = useAddReport(project)
  const report = chosen === '' ? undefined : (list?.find(({ id }) => id === chosen) ?? list?.[0])
  return {
    list: list ?? [],
    report,
    choose,
    name,
    setName,
    isReady: list !== undefined && (report !== undefined || name.trim() !== '') && !add.isPending && !make.isPending,
    error: unread ?? add.error ?? make.error,
    put: (part: ReportPart) =>
      report
        ? add.mutate({ report: report.id, part }, { onSuccess })
        : make.mutate({ name: name.trim(), parts: withPart(part) }, { onSuccess }),
  }
}

/** What a new report begins with, with a part in place of the excerpts that it would begin with. */
const withPart = (part: ReportPart): ReportPart[] =>
  firstParts().map((one) => (one.kind === 'excerpts' ? { level: 1, ...part } : one))

type Into = ReturnType<typeof useInto>

/** Which report; the name of the new one where it is none of those there are. */
export function IntoFields({ into: { list, report, choose, name, setName } }: { into: Into }) {
  return (
    <>
      {list.length ? (
        <SelectField
          label={m.report_into()}
          value={report?.id ?? ''}
          options={[...list.map((one) => ({ value: one.id, name: one.name })), { value: '', name: m.report_aNewOne() }]}
          onChange={choose}
        />
      ) : null}
      {report ? null : (
        <TextField
          label={m.report_newName()}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
      )}
    </>
  )
}

interface IntoDialogProps {
  title: string
  into: Into
  /** What went wrong besides. */
  error?: Error | null
  isReady?: boolean
  onPut: () => void
  onClose: () => void
  children?: ReactNode
}

/** Asks which report something is put into. */
export function IntoDialog({ title, into, error, isReady = true, onPut, onClose, children }: IntoDialogProps) {
  const failed = error ?? into.error
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="submit" form="into-report" className="btn primary" disabled={!isReady || !into.isReady}>
        {m.report_addIt()}
      </button>
    </>
  )
  return (
    <Dialog title={title} onClose={onClose} footer={footer}>
      <form
        id="into-report"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && into.isReady) onPut()
        }}
      >
        {failed ? <Failure error={failed} /> : null}
        <IntoFields into={into} />
        {children}
      </form>
    </Dialog>
  )
}
