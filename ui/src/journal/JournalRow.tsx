import { useMay, usePeople, useProjectId } from '../app/project'
import { useUndoEntry } from '../data/journal'
import { announce } from '../kit/announce'
import { Icon } from '../kit/marks'
import { Avatar } from '../kit/people'
import { timeOf } from '../kit/time'
import { toastError } from '../kit/toasts'
import { Sentence } from './Sentence'
import type { Told } from './sentences'

interface JournalRowProps {
  told: Told
  /** The day, where a new one begins. */
  day?: string
  undone: boolean
}

/** What someone did, with a way to take it back for whoever may. */
export function JournalRow({ told, day, undone }: JournalRowProps) {
  const people = usePeople()
  const { code, manage } = useMay()
  const { actor, at, entries, parts } = told
  const [entry] = entries
  const mayUndo = code && (actor === people.me || manage) && entries.length === 1 && !undone && entry?.seq !== 1
  const who = people.called(actor)
  return (
    <>
      {day ? (
        <li className="day">
          <h2>{day.charAt(0).toUpperCase() + day.slice(1)}</h2>
        </li>
      ) : null}
      <li className={undone ? 'undone' : undefined}>
        <Avatar name={people.name(actor)} me={actor === people.me} small />
        <p>
          {who.charAt(0).toUpperCase() + who.slice(1)} <Sentence parts={parts} />
          {undone ? <span className="tag">undone</span> : null}
        </p>
        <time className="cap" dateTime={at}>
          {timeOf(at)}
        </time>
        <span className="un">{mayUndo && entry ? <Undo seq={entry.seq} /> : null}</span>
      </li>
    </>
  )
}

function Undo({ seq }: { seq: number }) {
  const undo = useUndoEntry(useProjectId())
  return (
    <button
      type="button"
      className="btn sm quiet"
      disabled={undo.isPending}
      onClick={() => undo.mutate(seq, { onSuccess: () => announce('Undone'), onError: toastError })}
    >
      <Icon name="undo" small />
      Undo
    </button>
  )
}
