import { useState } from 'react'
import type { Merged } from '../api/names'
import { useUndoToast } from '../app/useUndo'
import { mergeProject, type Take } from '../data/exchange'
import { FileDialog } from '../exchange/FileDialog'
import { useSent } from '../exchange/useSent'
import { m } from '../paraglide/messages'
import { MergePlan } from './MergePlan'

/** Merges a copy of the project that went apart: what would come of it is shown, and what differs is chosen, first. */
export default function MergeDialog({ project, onClose }: { project: string; onClose: () => void }) {
  const undoable = useUndoToast()
  const [take, setTake] = useState<Take>({})
  const done = ({ seq }: Merged) => {
    undoable(m.merge_done(), seq)
    onClose()
  }
  const { seen, ...sent } = useSent(
    (file: File, preview, signal, progress) =>
      mergeProject(project, file, preview ? {} : take, preview, signal, progress),
    done,
  )
  const chosen = seen?.differences.some(({ id, take: is }) => (take[id] ?? is) === 'theirs')
  return (
    <FileDialog
      title={m.merge_title()}
      label={m.exchange_fromFileField()}
      hint={m.merge_hint()}
      accept=".zip,.qdpx,.qde"
      action={m.merge_do()}
      acting={m.merge_doing()}
      ready={seen !== undefined && (!seen.empty || Boolean(chosen))}
      sent={sent}
      onClose={onClose}
    >
      {seen ? <MergePlan plan={seen} take={take} onTake={setTake} /> : null}
    </FileDialog>
  )
}
