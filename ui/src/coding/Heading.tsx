import { usePeople, useStrands } from '../app/project'
import { run } from '../commands/registry'
import { count, figure, listed } from '../kit/words'
import { MemosButton } from '../memos/MemosButton'
import { m } from '../paraglide/messages'
import { useDesk } from './desk'

/** What is read: title, strand, length, and who has coded it. */
export function Heading() {
  const { source, content, codings, may } = useDesk()
  const { called } = usePeople()
  const strand = useStrands().find(({ id }) => id === source.strand)
  const minutes = lengthOf(content.turns)
  const coders = [...new Set(codings.map(({ coder }) => coder))].map(called)
  return (
    <header className="src">
      <h1 className="serif">{source.title}</h1>
      <p className="meta">
        {strand ? <span>{strand.name}</span> : null}
        <span>{count(source.words, 'word')}</span>
        {minutes ? <span>{m.coding_minutes({ n: figure(minutes) })}</span> : null}
        <span>{coders.length ? m.coding_codedBy({ names: listed(coders) }) : m.coding_notCoded()}</span>
        <MemosButton kind="source" id={source.id} name={source.title} />
        <button type="button" className="print" onClick={() => run('source.print')}>
          {m.coding_print()}
        </button>
        {may.change ? (
          <button type="button" className="print" onClick={() => run('text.correct')}>
            {m.coding_correct()}
          </button>
        ) : null}
        {may.code ? null : <span>{m.coding_mayRead()}</span>}
      </p>
    </header>
  )
}

/** How long a recording is, in whole minutes; 0 when that is not known. */
function lengthOf(turns: readonly { fromMs?: number; toMs?: number }[]): number {
  const last = turns.at(-1)
  return Math.round((last?.toMs ?? last?.fromMs ?? 0) / 60_000)
}
