import { useState } from 'react'
import type { Memo } from '../api/names'
import { useMay, usePeople, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useChangeMemo, useRemoveMemo } from '../data/memos'
import { Icon } from '../kit/marks'
import { Avatar } from '../kit/people'
import { dayAndTime } from '../kit/time'
import { toastError } from '../kit/toasts'
import { MemoForm } from './MemoForm'
import { MemoTarget } from './MemoTarget'

/** A memo: who wrote it, on what, and what it says. */
export function MemoItem({ memo }: { memo: Memo }) {
  const people = usePeople()
  const { code, manage } = useMay()
  const [editing, setEditing] = useState(false)
  const change = useChangeMemo(useProjectId())
  const mine = code && (memo.author === people.me || manage)
  return (
    <article className="memo-item" aria-label={memo.title || 'Memo'}>
      <header className="row tight cap">
        <Avatar name={people.name(memo.author)} me={memo.author === people.me} small />
        <span>
          {people.called(memo.author)}, {dayAndTime(memo.updatedAt)}
        </span>
        <span className="tag">{memo.kind}</span>
        {mine && !editing ? <Tools memo={memo} onEdit={() => setEditing(true)} /> : null}
      </header>
      <MemoTarget memo={memo} />
      {editing ? (
        <MemoForm
          memo={memo}
          action="Save the memo"
          error={change.error}
          onSave={(typed) => change.mutate({ seen: memo, ...typed }, { onSuccess: () => setEditing(false) })}
          onClose={() => setEditing(false)}
        />
      ) : (
        <>
          {memo.title ? <h2 className="serif">{memo.title}</h2> : null}
          <p className="body serif">{memo.body}</p>
        </>
      )}
    </article>
  )
}

function Tools({ memo, onEdit }: { memo: Memo; onEdit: () => void }) {
  const remove = useRemoveMemo(useProjectId())
  const undoToast = useUndoToast()
  // the row is gone by the time the answer comes, and with it what mutate would call back
  const drop = () => void remove.mutateAsync(memo.id).then(({ seq }) => undoToast('Deleted the memo.', seq), toastError)
  return (
    <span className="push tools">
      <button
        type="button"
        className="btn icon quiet sm"
        aria-label="Change the memo"
        title="Change the memo"
        onClick={onEdit}
      >
        <Icon name="pencil" small />
      </button>
      <button
        type="button"
        className="btn icon quiet sm"
        aria-label="Delete the memo"
        title="Delete the memo"
        onClick={drop}
      >
        <Icon name="x" small />
      </button>
    </span>
  )
}
