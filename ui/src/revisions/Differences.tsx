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
  const newest = list[0]?.number ?? 1
  const [from, setFrom] = useState(newest - 1)
  const [to, setTo] = useState(newest)
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
          <Difference key={`${change.was.start} ${change.is.start}`} change={change} turns={data.turns} />
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
  const { before, after, gone, new: came, is } = change
  const turn = turns.find(({ end }) => is.start <= end)
  return (
    <li>
      <p className="cap">{turn ? [turn.index + 1, turn.speaker].filter(Boolean).join(' ') : null}</p>
      <p className="serif">
        {before}
        {gone ? <del>{gone}</del> : null}
        {came ? <ins>{came}</ins> : null}
        {after}
      </p>
    </li>
  )
}
