import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Memo } from '../api/names'
import { usePeople } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { memos, useAddMemo, useChangeMemo, useRemoveMemo } from '../data/memos'
import { announce } from '../kit/announce'
import { Icon } from '../kit/marks'
import { Avatar } from '../kit/people'
import { dayAndTime } from '../kit/time'
import { toastError } from '../kit/toasts'
import { shorten } from '../kit/words'
import type { Span } from '../surface'
import { sameSpan } from './codings'
import { useDesk } from './desk'
import { memosOn } from './here'
import { MemoField } from './MemoField'

/** How much of the words a memo is on is quoted, in characters. */
const QUOTED = 60

/** The memos on some words, and on others that overlap them: to read, to write, to change. */
export function Memos({ words }: { words: Span }) {
  const { project, source, may, writing, write, back } = useDesk()
  const { data: all = [] } = useQuery(memos(project))
  const add = useAddMemo(project)
  const here = memosOn(all, source.id, words)
  if (!here.length && !may.code) return null
  const close = () => {
    write(false)
    back()
  }
  const save = (body: string) => {
    const { start, end } = words
    add
      .mutateAsync({ kind: 'analytic', body, source: source.id, start, end })
      .then(() => announce('Memo saved'), toastError)
    close()
  }
  return (
    <section className="sec" aria-label="Memos">
      <div className="row">
        <h3>{here.length > 1 ? 'Memos' : 'Memo'}</h3>
        <span className="cap">
          {here.some(({ place }) => !sameSpan(place, words)) ? 'on words here' : 'on this passage'}
        </span>
        {may.code ? (
          <span className="push">
            <button
              type="button"
              className="btn icon quiet sm"
              aria-label="Write a memo"
              title="Write a memo (m)"
              onClick={() => write(true)}
            >
              <Icon name="plus" />
            </button>
          </span>
        ) : null}
      </div>
      {here.map(({ memo, place }) => (
        <MemoHere key={memo.id} memo={memo} place={sameSpan(place, words) ? undefined : place} />
      ))}
      {writing ? <MemoField label="A memo on these words" onSave={save} onClose={close} /> : null}
    </section>
  )
}

/** A memo, and for who wrote it the ways to change it. Its place is told where it is on other words. */
function MemoHere({ memo, place }: { memo: Memo; place?: Span }) {
  const { project, me, may, content } = useDesk()
  const { name, called } = usePeople()
  const [editing, edit] = useState(false)
  const change = useChangeMemo(project)
  const remove = useRemoveMemo(project)
  const undoable = useUndoToast()
  const save = (body: string) => {
    edit(false)
    if (body !== memo.body) change.mutateAsync({ seen: memo, body }).catch(toastError)
  }
  const drop = () => remove.mutateAsync(memo.id).then(({ seq }) => undoable('Deleted the memo', seq), toastError)
  if (editing) return <MemoField label="The memo" body={memo.body} onSave={save} onClose={() => edit(false)} />
  return (
    <article className="memo-here">
      {memo.title ? <h4>{memo.title}</h4> : null}
      {place ? <p className="cap">on “{shorten(content.positions.slice(place), QUOTED)}”</p> : null}
      <p className="memo serif">{memo.body}</p>
      <p className="cap row tight">
        <Avatar name={name(memo.author)} me={memo.author === me} small />
        <span className="cut">
          {called(memo.author)}, {dayAndTime(memo.updatedAt)}
        </span>
        {memo.author === me && may.code ? (
          <span className="push">
            <button
              type="button"
              className="btn icon quiet sm"
              aria-label="Change the memo"
              title="Change the memo"
              onClick={() => edit(true)}
            >
              <Icon name="pencil" small />
            </button>
            <button
              type="button"
              className="btn icon quiet sm"
              aria-label="Delete the memo"
              title="Delete the memo"
              onClick={() => void drop()}
            >
              <Icon name="x" small />
            </button>
          </span>
        ) : null}
      </p>
    </article>
  )
}
