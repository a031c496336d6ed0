import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Revision, Source, TextChange, Turn } from '../api/names'
import { useProjectId } from '../app/project'
import { textChanges } from '../data/revisions'
import { Failure, Late, Lines } from '../kit/states'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'

/** What is different from one version to another, each with its turn and the words around it. */
export function Differences({ source, list }: { source: Source; list: readonly Revision[] }) {
  const [from, setFrom] = useState(Math.max(1, source.revision - 1))
  const [to, setTo] = useState(source.revision)
  const { data, error, isPending, refetch } = useQuery(textChanges(useProjectId(), source.id, from, to))
  return (
    <section aria-label={m.revisions_differences()}>
      <h3>{m.revisions_differences()}</h3>
      <div className="row">
        <Pick label={m.revisions_from()} list={list} value={from} onPick={setFrom} />
        <Pick label={m.revisions_to()} list={list} value={to} onPick={setTo} />
      </div>
      {error ? <Failure error={error} retry={() => void refetch()} /> : null}
      {isPending ? (
        <Late>
          <Lines count={3} />
        </Late>
      ) : null}
      {data && !data.changes.length ? <p className="soft">{m.revisions_same()}</p> : null}
      <ul>
        {data?.changes.map((change) => (
          <Difference
            key={`${change.was.start} ${change.is.start} ${change.speaker?.is}`}
            change={change}
            turns={data.turns}
          />
        ))}
      </ul>
    </section>
  )
}

interface PickProps {
  label: string
  list: readonly Revision[]
  value: number
  onPick: (number: number) => void
}

const Pick = ({ label, list, value, onPick }: PickProps) => (
  <label className="field">
    <span className="label">{label}</span>
    <select className="input" value={value} onChange={(event) => onPick(Number(event.target.value))}>
      {list.map(({ number }) => (
        <option key={number} value={number}>
          {m.revisions_version({ n: figure(number) })}
        </option>
      ))}
    </select>
  </label>
)

function Difference({ change, turns }: { change: TextChange; turns: readonly Turn[] }) {
  const turn = turns.find(({ end }) => change.is.start <= end)
  return (
    <li>
      <p className="cap">{turn ? [turn.index + 1, turn.speaker].filter(Boolean).join(' ') : null}</p>
      {change.speaker ? <OtherSpeaker {...change.speaker} /> : null}
      <p className="serif">
        {change.before}
        {change.gone ? <del>{change.gone}</del> : null}
        {change.new ? <ins>{change.new}</ins> : null}
        {change.after}
      </p>
    </li>
  )
}

const OtherSpeaker = ({ was, is }: { was: string; is: string }) => (
  <p>
    {m.revisions_speaker()} <del>{was || m.revisions_nobody()}</del> <ins>{is || m.revisions_nobody()}</ins>
  </p>
)
