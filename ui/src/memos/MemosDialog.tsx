import type { Link } from '../api/names'
import { Dialog } from '../kit/dialog'
import { m } from '../paraglide/messages'
import { MemosOn } from './MemosOn'

/** The memos on a thing, over the page. */
export default function MemosDialog({ kind, id, name, onClose }: Link & { name: string; onClose: () => void }) {
  const footer = (
    <button type="button" className="btn" onClick={onClose}>
      {m.memos_close()}
    </button>
  )
  return (
    <Dialog title={m.memos_about({ name })} onClose={onClose} footer={footer} wide>
      <MemosOn kind={kind} id={id} heading="h3" />
    </Dialog>
  )
}
