import { type ReactNode, useState } from 'react'
import { useMay, usePeople, useProjectId } from '../app/project'
import { useUndoEntry } from '../data/journal'
import { announce } from '../kit/announce'
import { Icon } from '../kit/marks'
import { Avatar } from '../kit/people'
import { timeOf } from '../kit/time'
import { toastError } from '../kit/toasts'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Sentence } from './Sentence'
import { type Names, type Told, tell } from './sentences'

interface JournalRowProps {
  told: Told
  names: Names
  /** The day, where a new one begins. */
  day?: string
  /** The entries that were taken back. */
  undone: ReadonlySet<number>
}

/** What someone did. Several entries that are told together unfold into each of them. */
export function JournalRow({ told, names, day, undone }: JournalRowProps) {
  const [open, setOpen] = useState(false)
  const { entries } = told
  const several = entries.length > 1
  return (
    <>
      {day ? (
        <li className="day">
          <h2>{day.charAt(0).toUpperCase() + day.slice(1)}</h2>
        </li>
      ) : null}
      <Line told={told} undone={undone}>
        {several ? <Unfold count={entries.length} open={open} onClick={() => setOpen(!open)} /> : null}
      </Line>
      {several && open
        ? entries
            .flatMap((entry) => tell([entry], names))
            .map((one) => <Line key={one.seq} told={one} undone={undone} step />)
        : null}
    </>
  )
}

interface LineProps {
  told: Told
  undone: ReadonlySet<number>
  /** One of those that were told together. */
  step?: boolean
  children?: ReactNode
}

/** A sentence, with a way to take it back for whoever may. */
function Line({ told, undone, step = false, children }: LineProps) {
  const people = usePeople()
  const { code, manage } = useMay()
  const { actor, at, entries, parts } = told
  const [entry] = entries
  const gone = entries.every(({ seq }) => undone.has(seq))
  const mayUndo = code && (actor === people.me || manage) && entries.length === 1 && !gone && entry?.seq !== 1
  const who = people.called(actor)
  return (
    <li className={[step ? 'step' : '', gone ? 'undone' : ''].join(' ').trim() || undefined}>
      {step ? <span /> : <Avatar name={people.name(actor)} me={actor === people.me} small />}
      <p>
        {who.charAt(0).toUpperCase() + who.slice(1)} <Sentence parts={parts} />
        {gone ? <span className="tag">{m.journal_undone()}</span> : null}
        {children}
      </p>
      <time className="cap" dateTime={at}>
        {timeOf(at)}
      </time>
      <span className="un">{mayUndo && entry ? <Undo seq={entry.seq} /> : null}</span>
    </li>
  )
}

function Unfold({ count, open, onClick }: { count: number; open: boolean; onClick: () => void }) {
  const label = m.journal_steps({ n: figure(count) })
  return (
    <button
      type="button"
      className="btn icon quiet sm"
      aria-expanded={open}
      aria-label={label}
      title={open ? m.journal_fold() : label}
      onClick={onClick}
    >
      <Icon name={open ? 'down' : 'chev'} small />
    </button>
  )
}

function Undo({ seq }: { seq: number }) {
  const undo = useUndoEntry(useProjectId())
  return (
    <button
      type="button"
      className="btn sm quiet"
      disabled={undo.isPending}
      onClick={() => undo.mutate(seq, { onSuccess: () => announce(m.kit_undone()), onError: toastError })}
    >
      <Icon name="undo" small />
      {m.kit_undo()}
    </button>
  )
}
