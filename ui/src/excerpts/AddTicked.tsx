import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportDone, ReportPart, ReportPicked, RowCoding } from '../api/names'
import { useCodebook, useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { allCodings, type Listing } from '../data/excerpts'
import { usePickForReport } from '../data/reports'
import { SelectField, TextField } from '../kit/fields'
import { Icon } from '../kit/marks'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { IntoDialog, useInto } from '../report/Into'
import { newPart } from '../report/parts'
import { useToReport } from '../report/useToReport'
import { commonCode, passagesIn } from './picking'

interface AddTickedProps {
  listing: Listing
  codings: readonly RowCoding[]
  onDone: () => void
}

/** Puts the passages that are ticked into a report. */
export function AddTicked(props: AddTickedProps) {
  const [open, setOpen] = useState(false)
  if (!useMay().code) return null
  return (
    <>
      <button type="button" className="btn sm quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="report" small />
        {m.excerpts_toReport()}
      </button>
      {open ? <TickedDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** Asks for the report, and for its part: a new one of these passages, or one that is chosen by hand. */
function TickedDialog({ listing, codings, onDone, onClose }: AddTickedProps & { onClose: () => void }) {
  const project = useProjectId()
  const { data: list, error } = useQuery(allCodings(project, listing))
  const passages = list ? passagesIn(list, codings) : []
  const [ticked] = useState(() => new Set(codings.map(({ passage }) => passage)).size)
  const [part, setPart] = useNewPart(codings)
  const [chosen, choose] = useState('')
  const pick = usePickForReport(project)
  const say = useSayAdded(passages.length, () => {
    onClose()
    onDone()
  })
  const into = useInto((report) => say(report, part.id, passages.length))
  const parts = into.report?.parts.filter(byHand) ?? []
  const there = parts.find(({ id }) => id === chosen)
  const put = () => {
    const { report } = into
    if (!report || !there?.id) return into.put({ ...part, heading: part.heading?.trim(), picked: passages })
    const onSuccess = (done: ReportPicked) => say(done, there.id, done.added)
    pick.mutate({ report: report.id, part: there.id, passages }, { onSuccess })
  }
  return (
    <IntoDialog
      title={m.excerpts_toReportTitle({ passages: count(ticked, 'passage') })}
      into={into}
      error={error ?? pick.error}
      isReady={passages.length > 0 && !pick.isPending}
      onPut={put}
      onClose={onClose}
    >
      {parts.length ? <PartField parts={parts} value={there?.id ?? ''} onChange={choose} /> : null}
      {there ? null : (
        <TextField
          label={m.report_heading()}
          value={part.heading}
          maxLength={200}
          onChange={(event) => setPart({ ...part, heading: event.target.value })}
        />
      )}
      {list && !passages.length ? <p role="alert">{m.excerpts_tickedGone()}</p> : null}
    </IntoDialog>
  )
}

/** A part of excerpts in an order of their own, under the name of the code that they have in common. */
function useNewPart(codings: readonly RowCoding[]) {
  const book = useCodebook()
  return useState((): ReportPart => {
    const code = commonCode(codings)
    const heading = (code && book.get(code)?.name) || m.report_excerpts()
    return { ...newPart('excerpts'), heading, chosen: 'picked', group: 'none' }
  })
}

interface PartFieldProps {
  parts: readonly ReportPart[]
  value: string
  onChange: (part: string) => void
}

/** Which part, by its heading and how many excerpts were chosen for it; or a new one. */
function PartField({ parts, value, onChange }: PartFieldProps) {
  const named = ({ id = '', heading, picked = [] }: ReportPart) => ({
    value: id,
    name: `${heading || m.report_excerpts()} (${figure(picked.length)})`,
  })
  const options = [{ value: '', name: m.excerpts_newPart() }, ...parts.map(named)]
  return <SelectField label={m.excerpts_part()} {...{ value, options, onChange }} />
}

const byHand = ({ kind, chosen }: ReportPart) => kind === 'excerpts' && chosen === 'picked'

/** Says how many passages were put into a report, with the way back and the way there. */
function useSayAdded(all: number, onDone: () => void) {
  const undoable = useUndoToast()
  const toReport = useToReport()
  return ({ id, name, seq }: ReportDone, part: string | undefined, added: number) => {
    onDone()
    const known = all > added ? m.excerpts_inReport({ passages: count(all - added, 'passage') }) : ''
    const told = added ? m.excerpts_addedToReport({ passages: count(added, 'passage'), name }) : ''
    undoable([told, known].filter(Boolean).join('. '), seq, toReport(id, part))
  }
}
