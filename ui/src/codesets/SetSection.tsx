import { Link } from '@tanstack/react-router'
import type { CodeSet } from '../api/names'
import { useCodebook, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useRemoveCodeSet } from '../data/codeSets'
import { CodeMark, Icon } from '../kit/marks'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

interface SetSectionProps {
  set: CodeSet
  /** Opens it to be changed; for readers there is no such thing. */
  onEdit?: () => void
}

/** A set with its codes, and the way to their passages. */
export function SetSection({ set, onEdit }: SetSectionProps) {
  const project = useProjectId()
  const book = useCodebook()
  const codes = set.codes.flatMap((id) => book.get(id) ?? [])
  const remove = useRemoveCodeSet(project)
  const undoToast = useUndoToast()
  const onRemove = () =>
    remove.mutate(set.id, {
      onSuccess: ({ seq }) => undoToast(m.codesets_removed({ name: set.name }), seq),
      onError: toastError,
    })
  return (
    <section aria-label={set.name}>
      <h2 className="row">
        {set.name}
        <span className="n">{m.codesets_count({ n: codes.length })}</span>
      </h2>
      <ul className="row codes-in">
        {codes.map(({ id, name, color, own }) => (
          <li key={id}>
            <Link to="/p/$project/codes" params={{ project }} search={{ code: id }} title={book.placeName(id)}>
              <CodeMark name={name} color={color} count={own} />
            </Link>
          </li>
        ))}
      </ul>
      <div className="row">
        {codes.length ? (
          <Link
            className="btn sm"
            to="/p/$project/excerpts"
            params={{ project }}
            search={{ code: codes.map(({ id }) => id) }}
            aria-label={m.codesets_passagesOf({ name: set.name })}
          >
            <Icon name="report" small />
            {m.codesets_passages()}
          </Link>
        ) : null}
        {onEdit ? (
          <>
            <button
              type="button"
              className="btn sm"
              onClick={onEdit}
              aria-label={m.codesets_editOf({ name: set.name })}
            >
              <Icon name="pencil" small />
              {m.codesets_edit()}
            </button>
            <button
              type="button"
              className="btn sm quiet"
              onClick={onRemove}
              disabled={remove.isPending}
              aria-label={m.codesets_removeOf({ name: set.name })}
            >
              {m.codesets_remove()}
            </button>
          </>
        ) : null}
      </div>
    </section>
  )
}
