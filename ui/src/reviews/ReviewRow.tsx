import type { Review } from '../api/names'
import { usePeople } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useDesk } from '../coding/desk'
import { useAcceptReview, usePlaceReviewed, useRemoveReviewed } from '../data/reviews'
import { toastError } from '../kit/toasts'
import { listed } from '../kit/words'
import { m } from '../paraglide/messages'

/** A passage to look at: the words it had, the words where it stands now, its codes and coders, and what to do. */
export function ReviewRow({ review }: { review: Review }) {
  const { surface, acts } = useDesk()
  const { called } = usePeople()
  const { was, is, now, codings } = review
  const coders = [...new Set(codings.map(({ coder }) => coder))].map(called)
  return (
    <li>
      <p className="cap">
        {listed(codings.map(({ code }) => acts.called(code)))} {coders.length ? `(${listed(coders)})` : null}
      </p>
      <div>
        <p className="label">{m.reviews_was()}</p>
        <p className="serif">
          <del>{was}</del>
        </p>
      </div>
      <div>
        <p className="label">{m.reviews_is()}</p>
        <p className="serif">{is || m.reviews_noWords()}</p>
      </div>
      <div className="row">
        <button type="button" className="btn sm" onClick={() => void surface?.jump(now, { lit: codings[0]?.id })}>
          {m.reviews_show()}
        </button>
        <Acts review={review} />
      </div>
    </li>
  )
}

/** Keeps the passage, puts it on the selected words, or removes it; each can be taken back. */
function Acts({ review: { id, passage, createdBy } }: { review: Review }) {
  const { project, content, selected, may, me } = useDesk()
  const accept = useAcceptReview(project)
  const place = usePlaceReviewed(project)
  const remove = useRemoveReviewed(project)
  const undoToast = useUndoToast()
  const said = (text: string) => ({
    onSuccess: ({ seq }: { seq: number }) => undoToast(text, seq),
    onError: toastError,
  })
  if (!may.code || (createdBy !== me && !may.manage)) return null
  const put = () => {
    if (!selected) return
    const { start, end } = selected
    place.mutate({ passage, start, end, revision: content.revision }, said(m.reviews_placed()))
  }
  return (
    <>
      <button type="button" className="btn sm" onClick={() => accept.mutate(id, said(m.reviews_kept()))}>
        {m.reviews_keep()}
      </button>
      <button type="button" className="btn sm" disabled={!selected} onClick={put}>
        {m.reviews_place()}
      </button>
      <button type="button" className="btn sm" onClick={() => remove.mutate(id, said(m.reviews_removed()))}>
        {m.reviews_remove()}
      </button>
    </>
  )
}
