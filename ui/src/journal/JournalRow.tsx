import { type ReactNode, useState } from 'react'
import type { Entry } from '../api/names'
import { useMay, usePeople } from '../app/project'
import { Icon } from '../kit/marks'
import { Avatar } from '../kit/people'
import { timeOf } from '../kit/time'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { toldOf } from '../together/told'
import { useTakeBack } from '../together/useTakeBack'
import { Deed } from './Deed'
import { type Names, type Told, tell } from './sentences'

interface JournalRowProps {
  told: Told
  names: Names
  /** The day, where a new one begins. */
  day?: string
  /** The entries that were taken back. */
  undone: ReadonlySet<number>
  /** Whether the entries deleted things, so that taking them back restores those. */
  restores?: boolean
}

/** What someone did. Several entries that are told together unfold into each of them. */
export function JournalRow({ told, names, day, undone, restores = false }: JournalRowProps) {
  const shared = { undone, names, restores }
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
      <Line told={told} {...shared}>
        {several ? <Unfold count={entries.length} open={open} onClick={() => setOpen(!open)} /> : null}
      </Line>
      {several && open
        ? entries
            .flatMap((entry) => tell([entry], names))
            .map((one) => <Line key={one.seq} told={one} {...shared} step />)
        : null}
    </>
  )
}

interface LineProps {
  told: Told
  names: Names
  undone: ReadonlySet<number>
  restores: boolean
  /** One of those that were told together. */
  step?: boolean
  children?: ReactNode
}

/** A sentence, with a way to take it back for whoever may. */
function Line({ told, names, undone, restores, step = false, children }: LineProps) {
  const people = usePeople()
  const { code, manage } = useMay()
  const { actor, at, entries, parts } = told
  const [entry] = entries
  const gone = entries.every(({ seq }) => undone.has(seq))
  const mayUndo = code && (actor === people.me || manage) && entries.length === 1 && !gone && entry?.seq !== 1
  return (
    <li className={[step ? 'step' : '', gone ? 'undone' : ''].join(' ').trim() || undefined}>
      {step ? <span /> : <Avatar name={people.name(actor)} me={actor === people.me} small />}
      <p>
        <Deed actor={actor} parts={parts} />
        {gone ? <span className="tag">{restores ? m.journal_restored() : m.journal_undone()}</span> : null}
        {children}
      </p>
      <time className="cap" dateTime={at}>
        {timeOf(at)}
      </time>
      <span className="un">{mayUndo && entry ? <Undo entry={entry} names={names} restores={restores} /> : null}</span>
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

function Undo({ entry, names, restores }: { entry: Entry; names: Names; restores: boolean }) {
  const { takeBack, isBusy } = useTakeBack()
  return (
    <button
      type="button"
      className="btn sm quiet"
      disabled={isBusy}
      onClick={() => takeBack(entry.seq, toldOf(entry, names))}
    >
      <Icon name="undo" small />
      {restores ? m.together_restore() : m.together_undoShort()}
    </button>
  )
}
