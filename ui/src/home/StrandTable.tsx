import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { usePeople, useProjectId, useSources, useStrands } from '../app/project'
import { Bar } from '../kit/marks'
import { Avatar } from '../kit/people'
import { count } from '../kit/words'
import { MemosButton } from '../memos/MemosButton'
import { m } from '../paraglide/messages'
import { type Progress, progressOf, progressWords, unitOf } from './strands'

/** Each strand with its question, its sources, and how many of them are coded. */
export function StrandTable() {
  const strands = useStrands()
  const sources = useSources()
  const rows = useMemo(() => progressOf(strands, sources), [strands, sources])
  if (!rows.length) return null
  return (
    <>
      <div className="sh">
        <h2>{m.home_strands()}</h2>
        <span className="cap keyl">
          <i className="k1" />
          {m.home_coded()}
          <i className="k3" />
          {m.home_toRead()}
        </span>
      </div>
      <table className="table str">
        <tbody>
          {rows.map((row) => (
            <Row key={row.strand.id} row={row} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ row }: { row: Progress }) {
  const project = useProjectId()
  const people = usePeople()
  const { strand, sources, coded, speakers } = row
  return (
    <tr>
      <td>
        <Link className="sn" to="/p/$project/sources" params={{ project }} search={{ strand: strand.id }}>
          {strand.name}
        </Link>
        <p className="cap q">{strand.question}</p>
      </td>
      <td className="num">
        <b>{sources}</b>
        <p className="cap">
          {strand.kind === 'focus group' && speakers
            ? m.home_unitAndSpeakers({ unit: unitOf(strand.kind, sources), speakers: count(speakers, 'speaker') })
            : unitOf(strand.kind, sources)}
        </p>
      </td>
      <td className="pr">
        <Bar share={sources ? coded / sources : 0} />
        <p className="cap">{progressWords(row)}</p>
      </td>
      <td>
        <MemosButton kind="strand" id={strand.id} name={strand.name} />
      </td>
      <td>
        <span className="avs">
          {row.coders.map((id) => (
            <Avatar key={id} name={people.name(id)} me={id === people.me} small />
          ))}
        </span>
      </td>
    </tr>
  )
}
