import type { Code, CodebookChange, CodeChange } from '../api/names'
import { useMay, usePeople, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeCode } from '../data/changingCodes'
import { useUndoEntry } from '../data/journal'
import { announce } from '../kit/announce'
import { Icon } from '../kit/marks'
import { dayAndTime } from '../kit/time'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { Told } from './Told'

interface ChangeRowProps {
  change: CodebookChange
  /** The code as it is now, when it is still there. */
  code?: Code
}

/** One difference: what it was, what it became, who did it and when, and the ways back. */
export function ChangeRow({ change, code }: ChangeRowProps) {
  const { me } = usePeople()
  return (
    <li>
      <div className="what">
        <Told change={change} />
      </div>
      <p className="cap">
        {change.by === me ? m.versions_you() : change.byName}, {dayAndTime(change.at)}
      </p>
      <Ways change={change} code={code} />
    </li>
  )
}

/** What can be done about a difference: restore what stood there, or take the whole action back. */
function Ways({ change, code }: ChangeRowProps) {
  const project = useProjectId()
  const may = useMay()
  const { me } = usePeople()
  const restore = useChangeCode(project)
  const undo = useUndoEntry(project)
  const undoToast = useUndoToast()
  const old = restored(change)
  if (!may.change) return null
  return (
    <div className="row">
      {old && code ? (
        <button
          type="button"
          className="btn sm"
          disabled={restore.isPending}
          aria-label={m.versions_restoreOf({ code: change.name })}
          onClick={() =>
            restore.mutate(
              { seen: code, ...old },
              {
                onSuccess: ({ seq }) => undoToast(m.versions_restored({ code: change.name }), seq),
                onError: toastError,
              },
            )
          }
        >
          {m.versions_restore()}
        </button>
      ) : null}
      {change.by === me || may.manage ? (
        <button
          type="button"
          className="btn sm quiet"
          disabled={undo.isPending}
          aria-label={m.versions_undoOf({ code: change.name })}
          onClick={() =>
            undo.mutate(change.seq, { onSuccess: () => announce(m.versions_undone()), onError: toastError })
          }
        >
          <Icon name="undo" small />
          {m.versions_undo()}
        </button>
      ) : null}
    </div>
  )
}

/** The change of a code that brings back what stood there. */
function restored({ kind, field, before = '' }: CodebookChange): CodeChange | undefined {
  if (kind === 'described' && field) return { [field]: before }
  if (kind === 'renamed') return { name: before }
  return kind === 'recoloured' ? { color: before } : undefined
}
