import type { Source } from '../api/names'
import { useProjectId } from '../app/project'
import { useEraseOriginal } from '../data/erasures'
import { Dialog } from '../kit/dialog'
import { Failure } from '../kit/states'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** Erases the file that a source was made of, and its former texts. It can't be undone, so it is asked. */
export function EraseOriginalDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const erase = useEraseOriginal(useProjectId())
  const send = () =>
    erase.mutate(source.id, {
      onSuccess: () => {
        toast(m.sources_erasedOriginal())
        onClose()
      },
    })
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn danger" disabled={erase.isPending} onClick={send}>
        {m.sources_eraseForGood()}
      </button>
    </>
  )
  return (
    <Dialog title={m.sources_eraseOriginal()} onClose={onClose} footer={footer}>
      {erase.error ? <Failure error={erase.error} /> : null}
      <p className="soft">{m.sources_eraseOriginalAbout({ filename: source.filename })}</p>
    </Dialog>
  )
}
