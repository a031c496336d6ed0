import { useState } from 'react'
import { useProjectId } from '../app/project'
import { useUndoEntry } from '../data/journal'
import { useSetStopWords } from '../data/pictures'
import { Dialog } from '../kit/dialog'
import { ProseField } from '../kit/fields'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

interface StopDialogProps {
  words: readonly string[]
  onClose: () => void
}

/** The words that counts leave out, which the project keeps. */
export function StopDialog({ words, onClose }: StopDialogProps) {
  const project = useProjectId()
  const set = useSetStopWords(project)
  const undo = useUndoEntry(project)
  const [text, setText] = useState(words.join(' '))
  const keep = (list: string[]) =>
    set.mutate(list, {
      onSuccess: ({ seq }) => {
        onClose()
        if (seq)
          toast(m.pictures_stopKept(), { label: m.kit_undo(), run: () => undo.mutate(seq, { onError: toastError }) })
      },
      onError: toastError,
    })
  return (
    <Dialog
      title={m.pictures_stopList()}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" onClick={() => keep([])}>
            {m.pictures_usual()}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {m.kit_cancel()}
          </button>
          <button type="button" className="btn primary" onClick={() => keep(text.split(/[\s,;]+/).filter(Boolean))}>
            {m.settings_save()}
          </button>
        </>
      }
    >
      <ProseField
        label={m.pictures_stopWords()}
        hint={m.pictures_stopHint()}
        rows={10}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  )
}
