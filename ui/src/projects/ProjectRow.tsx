import { Link } from '@tanstack/react-router'
import type { Project } from '../api/names'
import { dayOf } from '../kit/time'

const figure = (n: number) => n.toLocaleString('en-GB')

/** A project in the list: its numbers lead to what they count. */
export function ProjectRow({
  project: { id, name, aim, sources, codes, codings, role, createdAt },
}: {
  project: Project
}) {
  const params = { project: id }
  return (
    <tr>
      <td>
        <Link className="sn" to="/p/$project" params={params}>
          {name}
        </Link>
        {aim ? <p className="pj-aim">{aim}</p> : null}
      </td>
      <td className="num">
        <Link to="/p/$project/sources" params={params} aria-label={`${figure(sources)} sources of ${name}`}>
          {figure(sources)}
        </Link>
      </td>
      <td className="num">
        <Link to="/p/$project/codes" params={params} aria-label={`${figure(codes)} codes of ${name}`}>
          {figure(codes)}
        </Link>
      </td>
      <td className="num">{figure(codings)}</td>
      <td>
        {role}
        <p className="cap">begun {dayOf(createdAt)}</p>
      </td>
    </tr>
  )
}
