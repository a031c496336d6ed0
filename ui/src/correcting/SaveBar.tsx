import { useUndoToast } from '../app/useUndo'
import { useDesk } from '../coding/desk'
import { useCorrect } from '../data/correcting'
import { toast, toastError } from '../kit/toasts'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { isClashing } from './edits'
import { type Correcting, correctionOf } from './useCorrecting'
import { useOutcome } from './useOutcome'

interface SaveBarProps {
  correcting: Correcting
  onEnd: () => void
}

/** What is corrected and what that does to the passages; saves all as one revision, or throws it away. */
export function SaveBar({ correcting, onEnd }: SaveBarProps) {
  const { save, saving } = useSave(correcting, onEnd)
  const { revision, edits, names, why, isEmpty } = correcting
  const clashing = isClashing(edits)
  const discard = () => {
    correcting.discard()
    toast(m.correcting_discarded(), {
      label: m.kit_undo(),
      run: () => correcting.take({ revision, edits, names, why }),
    })
  }
  return (
    <section className="save-bar" aria-label={m.correcting_bar()}>
      <div className="told">
        <b>{!edits.length ? m.correcting_bar() : m.correcting_changed({ turns: count(edits.length, 'turn') })}</b>
        {isEmpty ? null : <Outcome correcting={correcting} />}
        <span className="cap" id="correcting-keys">
          {m.correcting_keys()}
        </span>
      </div>
      <div className="does">
        <input
          className="input why"
          aria-label={m.correcting_why()}
          placeholder={m.correcting_why()}
          maxLength={200}
          value={why}
          onChange={({ target }) => correcting.explain(target.value)}
          hidden={isEmpty}
        />
        {isEmpty ? null : (
          <>
            <button type="button" className="btn quiet" disabled={saving} onClick={discard}>
              {m.correcting_discard()}
            </button>
            <button type="button" className="btn primary" disabled={saving || clashing} onClick={save}>
              {m.correcting_save()}
            </button>
          </>
        )}
        <button type="button" className="btn" onClick={onEnd}>
          {isEmpty ? m.correcting_end() : m.correcting_later()}
        </button>
      </div>
    </section>
  )
}

function Outcome({ correcting }: { correcting: Correcting }) {
  const outcome = useOutcome(correcting)
  if (isClashing(correcting.edits)) return <span className="st bad">{m.correcting_settleFirst()}</span>
  return <span role="status">{outcome}</span>
}

function useSave(correcting: Correcting, onEnd: () => void) {
  const { project, source } = useDesk()
  const correct = useCorrect(project, source.id, correcting.forget)
  const undoToast = useUndoToast()
  const save = () => {
    correcting.hold(true)
    correct.mutate(correctionOf(correcting), {
      onSuccess: ({ seq, reviews }) => {
        correcting.discard()
        onEnd()
        const gone = reviews.length ? m.correcting_gone({ n: reviews.length }) : ''
        undoToast(`${m.correcting_saved()} ${gone}`.trim(), seq)
      },
      onError: (error) => {
        correcting.hold(false)
        toastError(error)
      },
    })
  }
  return { save, saving: correct.isPending }
}
