import type { Source } from '../api/names'
import { useProjectId } from '../app/project'
import { useEraseOriginal } from '../data/erasures'
import { ForGoodDialog } from '../kit/ForGoodDialog'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** Erases the file that a source was made of, and its former texts. */
export function EraseOriginalDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const erase = useEraseOriginal(useProjectId())
  const send = () =>
    erase.mutate(source.id, {
      onSuccess: () => {
        toast(m.sources_erasedOriginal())
        onClose()
      },
    })
  return (
    <ForGoodDialog
      title={m.sources_eraseOriginalTitle()}
      act={m.sources_eraseForGood()}
      doing={erase}
      onDo={send}
      onClose={onClose}
    >
      <p className="soft">{m.sources_eraseOriginalAbout({ filename: source.filename })}</p>
    </ForGoodDialog>
  )
}
