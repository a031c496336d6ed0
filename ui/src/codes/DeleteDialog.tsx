import { Dialog } from '../kit/dialog'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { About } from './about'
import { codingsOf, named } from './useCodeActions'

/** Says what goes with codes before they go. */
export function DeleteDialog({ ids, actions, onClose }: About) {
  const { book, remove } = actions
  const codings = codingsOf(book, ids)
  const under = new Set(ids.flatMap((id) => book.withDescendants(id))).size - ids.length
  const doIt = () => {
    void remove(ids)
    onClose()
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.codes_cancel()}
      </button>
      <button type="button" className="btn danger" onClick={doIt}>
        {codings ? m.codes_deleteWith({ codings: count(codings, 'coding') }) : m.codes_delete()}
      </button>
    </>
  )
  return (
    <Dialog title={m.codes_deleteOf({ codes: named(book, ids) })} onClose={onClose} footer={footer}>
      <p className="soft">{losing(codings, under)}</p>
    </Dialog>
  )
}

/** What goes with the codes. */
function losing(codings: number, under: number): string {
  if (!under) return m.codes_loseCodings({ n: codings })
  if (!codings) return m.codes_loseCodes({ n: under })
  return m.codes_loseBoth({ codings: count(codings, 'coding'), codes: count(under, 'code') })
}
