import { useCodebook, usePeople, useProjectId } from '../app/project'
import { pathOf } from '../coding/finding'
import { useMemos } from '../data/useMemos'
import { clock } from '../kit/time'
import { m } from '../paraglide/messages'
import type { Coding, Turn as Said } from '../surface'
import type { Note, Piece, PrintedTurn } from './printed'

/** A turn with its number, its passages in brackets, and beside it the notes on them. */
export function Turn({ turn, page }: { turn: Said; page: PrintedTurn }) {
  return (
    <li className={turn.moderator ? 'mod' : undefined} value={turn.index + 1}>
      <div className="who">
        <span className="no">{turn.index + 1}</span>
        {turn.speaker ? <b dir="auto">{turn.speaker}</b> : null}
        {turn.fromMs === undefined ? null : <time>{clock(turn.fromMs)}</time>}
      </div>
      <p className="say serif" dir="auto">
        {page.pieces.map((piece, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a printed turn stay in their places
          <Words key={i} piece={piece} />
        ))}
      </p>
      {page.notes.length ? (
        <ul className="notes">
          {page.notes.map((note) => (
            <Remark key={note.number} note={note} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function Words({ piece: { text, opens, closes, coded } }: { piece: Piece }) {
  return (
    <>
      {opens.map((number) => (
        <sup key={number}>[{number}</sup>
      ))}
      {coded ? <span className="coded">{text}</span> : text}
      {closes.map((number) => (
        <sup key={number}>{number}]</sup>
      ))}
    </>
  )
}

function Remark({ note }: { note: Note }) {
  const here = useMemos(useProjectId()).filter(({ target }) => target === note.codings[0]?.passage)
  return (
    <li>
      <sup>{note.number}</sup>
      {note.codings.map((coding) => (
        <CodedWith key={coding.id} coding={coding} />
      ))}
      {here.map((memo) => (
        <p key={memo.id} className="serif" dir="auto">
          {[memo.title, memo.body].filter(Boolean).join('. ')}
        </p>
      ))}
    </li>
  )
}

function CodedWith({ coding }: { coding: Coding }) {
  const book = useCodebook()
  const { name } = usePeople()
  const path = pathOf(book, coding.code)
  return (
    <p>
      {path ? `${path} / ` : ''}
      <b>{book.get(coding.code)?.name}</b> {m.print_codedBy({ name: name(coding.coder) })}
    </p>
  )
}
