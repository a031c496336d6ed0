import { useState } from 'react'
import { Dialog } from '../kit/dialog'
import { LazyEditor } from '../memos/LazyEditor'
import { m } from '../paraglide/messages'

interface WordsDialogProps {
  title: string
  text: string
  onSave: (text: string) => void
  onClose: () => void
}

/** Where the words of a part are written, as memos are. */
export function WordsDialog({ title, text, onSave, onClose }: WordsDialogProps) {
  const [typed, type] = useState(text)
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn primary" onClick={() => onSave(typed)}>
        {m.report_save()}
      </button>
    </>
  )
  return (
    <Dialog title={title} onClose={onClose} footer={footer} wide>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is of the editor in it */}
      <div
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave(typed)
        }}
      >
        <LazyEditor label={m.report_words()} value={text} onChange={type} focus />
      </div>
    </Dialog>
  )
}
