import { useRef, useState } from 'react'
import type { Report } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeReport } from '../data/reports'
import { Dialog } from '../kit/dialog'
import { TextField } from '../kit/fields'
import { m } from '../paraglide/messages'

/** What a report is called. */
export function NameDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const [name, setName] = useState(report.name)
  const field = useRef<HTMLInputElement>(null)
  const change = useChangeReport(useProjectId())
  const undoable = useUndoToast()
  const { error, isPending } = change
  const save = () =>
    change.mutate(
      { seen: report, name: name.trim() },
      {
        onSuccess: ({ seq }) => {
          undoable(m.report_renamed({ name: name.trim() }), seq)
          onClose()
        },
      },
    )
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="submit" form="report-name" className="btn primary" disabled={isPending || !name.trim()}>
        {m.report_rename()}
      </button>
    </>
  )
  return (
    <Dialog title={m.report_rename()} onClose={onClose} footer={footer} focus={field}>
      <form
        id="report-name"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          ref={field}
          label={m.report_name()}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error ? (error instanceof Refusal && error.fields.name) || sentenceOf(error) : undefined}
        />
      </form>
    </Dialog>
  )
}
