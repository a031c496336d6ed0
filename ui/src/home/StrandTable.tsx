import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { usePeople, useProjectId, useSources, useStrands } from '../app/project'
import { Bar } from '../kit/marks'
import { Avatar } from '../kit/people'
import { MemosButton } from '../memos/MemosButton'
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
        <h2>Strands</h2>
        <span className="cap keyl">
          <i className="k1" />
          coded
          <i className="k3" />
          to read
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
          {unitOf(strand.kind, sources)}
          {strand.kind === 'focus group' && speakers ? `, ${speakers} speakers` : ''}
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
