import { useState } from 'react'
import type { ReportPart } from '../api/names'
import { useMay } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { IntoDialog, useInto } from './Into'
import { useToReport } from './useToReport'

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
  const undoable = useUndoToast()
  const toReport = useToReport()
  const into = useInto(({ id, name, seq }) => {
    onClose()
    undoable(m.report_addedTo({ name }), seq, toReport(id))
  })
  return <IntoDialog title={m.report_addToTitle()} into={into} onPut={() => into.put(part)} onClose={onClose} />
}
