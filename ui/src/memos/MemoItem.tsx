import { useState } from 'react'
import type { Memo } from '../api/names'
import { useMay, useMe, usePeople, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { useRemoveMemo } from '../data/changingMemos'
import { Icon } from '../kit/marks'
import { Avatar } from '../kit/people'
import { dayAndTime } from '../kit/time'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { hasDraft } from './drafts'
import { chosenLinks } from './links'
import { MemoForm } from './MemoForm'
import { kindNames } from './names'
import { RichText } from './RichText'
import { ThingLink } from './ThingLink'
import './memos.css'

interface MemoItemProps {
  memo: Memo
  /** Which heading its title is. */
  heading?: 'h2' | 'h3' | 'h4'
  /** What it is on, where that is not plain from where it stands. */
  children?: React.ReactNode
}

/** A memo: who wrote it, on what, what it says and is linked to; and for who may the ways to change it. */
export function MemoItem({ memo, heading: Heading = 'h4', children }: MemoItemProps) {
  const people = usePeople()
  const { code, manage } = useMay()
  const [editing, edit] = useState(false)
  const mine = code && (memo.author === people.me || manage)
  return (
    <article className="memo-item" id={`memo-${memo.id}`} aria-label={memo.title || m.memos_memo()} tabIndex={-1}>
      <header className="row tight cap">
        <Avatar name={people.name(memo.author)} me={memo.author === people.me} small />
        <span className="cut">
          {people.called(memo.author)}, {dayAndTime(memo.updatedAt)}
        </span>
        <span className="tag">{kindNames[memo.kind]()}</span>
        {mine && !editing ? <Tools memo={memo} onEdit={() => edit(true)} /> : null}
      </header>
      {children}
      {editing ? (
        <MemoForm memo={memo} movable onClose={() => edit(false)} />
      ) : (
        <>
          {memo.title ? <Heading className="memo-title">{memo.title}</Heading> : null}
          <RichText memo={memo} />
          <Linked memo={memo} />
        </>
      )}
    </article>
  )
}

/** What it is linked to beside what its text mentions. */
function Linked({ memo }: { memo: Memo }) {
  const links = chosenLinks(memo)
  if (!links.length) return null
  return (
    <ul className="row tight wrap linked" aria-label={m.memos_linkedTo()}>
      <li aria-hidden="true">
        <Icon name="link" small />
      </li>
      {links.map((link) => (
        <li key={link.id}>
          <ThingLink thing={link} words={memo.linked.find(({ id }) => id === link.id)?.words} />
        </li>
      ))}
    </ul>
  )
}

function Tools({ memo, onEdit }: { memo: Memo; onEdit: () => void }) {
  const remove = useRemoveMemo(useProjectId())
  const undoable = useUndoToast()
  // the row is gone by the time the answer comes, and with it what mutate would call back
  const drop = () => void remove.mutateAsync(memo).then(({ seq }) => undoable(m.memos_deleted(), seq), toastError)
  const me = useMe().id
  const change = hasDraft(me, memo.id) ? m.memos_goOn() : m.memos_change()
  return (
    <span className="push tools">
      <button type="button" className="btn icon quiet sm" aria-label={change} title={change} onClick={onEdit}>
        <Icon name="pencil" small />
      </button>
      <button
        type="button"
        className="btn icon quiet sm"
        aria-label={m.memos_delete()}
        title={m.memos_delete()}
        onClick={drop}
      >
        <Icon name="x" small />
      </button>
    </span>
  )
}
