import type { Revision, Source } from '../api/names'
import { useMay, usePeople, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useRestoreRevision } from '../data/revisions'
import { dayAndTime } from '../kit/time'
import { toastError } from '../kit/toasts'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'

interface VersionRowProps {
  source: Source
  version: Revision
  /** Number of the present version. */
  newest: number
  onRead: () => void
}

/** A version: who made it, when and why, with the ways to read it and to make it the present one again. */
export function VersionRow({ source, version: { number, at, by, why }, newest, onRead }: VersionRowProps) {
  const people = usePeople()
  const may = useMay().change
  const restore = useRestoreRevision(useProjectId(), source.id)
  const undoToast = useUndoToast()
  const bringBack = () =>
    restore.mutate(
      { number, seen: newest },
      { onSuccess: ({ seq }) => undoToast(m.revisions_restored({ n: figure(number) }), seq), onError: toastError },
    )
  return (
    <li>
      <div>
        <b>
          {number === newest ? m.revisions_present({ n: figure(number) }) : m.revisions_version({ n: figure(number) })}
        </b>
        <p className="cap">
          {[by && people.name(by), at && dayAndTime(at)].filter(Boolean).join(', ')}
          {why ? <q>{why}</q> : null}
        </p>
      </div>
      <div className="row">
        <button
          type="button"
          className="btn sm"
          aria-label={m.revisions_readOf({ n: figure(number) })}
          onClick={onRead}
        >
          {m.revisions_read()}
        </button>
        {may && number !== newest ? (
          <button
            type="button"
            className="btn sm"
            disabled={restore.isPending}
            aria-label={m.revisions_restoreOf({ n: figure(number) })}
            onClick={bringBack}
          >
            {m.revisions_restore()}
          </button>
        ) : null}
      </div>
    </li>
  )
}
