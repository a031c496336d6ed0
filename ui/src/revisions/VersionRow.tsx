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
  onRead: () => void
}

/** A version: who made it, when and why, with the ways to read it and to make it the present one again. */
export function VersionRow({ source, version, onRead }: VersionRowProps) {
  const { number, at, by, why } = version
  const isPresent = number === source.revision // which need not be the last: that may have been taken back
  const people = usePeople()
  const may = useMay().change
  const restore = useRestoreRevision(useProjectId(), source.id)
  const undoToast = useUndoToast()
  const bringBack = () =>
    restore.mutate(
      { number, seen: source.revision },
      { onSuccess: ({ seq }) => undoToast(m.revisions_restored({ n: figure(number) }), seq), onError: toastError },
    )
  return (
    <li>
      <div>
        <b>{isPresent ? m.revisions_present({ n: figure(number) }) : m.revisions_version({ n: figure(number) })}</b>
        <p className="cap">
          {[by && people.name(by), at && dayAndTime(at)].filter(Boolean).join(', ')}
          {why ? <q>{why}</q> : null}
        </p>
        <p className="cap">{wordsOf(version)}</p>
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
        {may && !isPresent ? (
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

/** How many words came and went against the version that it was made of; '' where that was not kept. */
function wordsOf({ added, removed }: Revision): string {
  if (added === undefined || removed === undefined) return ''
  if (!added && !removed) return m.revisions_noWords()
  return [added && m.revisions_added({ n: added }), removed && m.revisions_removed({ n: removed })]
    .filter(Boolean)
    .join(', ')
}
