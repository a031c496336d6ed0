import { Link } from '@tanstack/react-router'
import type { Project } from '../api/names'
import { roleName } from '../kit/people'
import { dayOf } from '../kit/time'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'

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
        <Link
          to="/p/$project/sources"
          params={params}
          aria-label={m.projects_sourcesOf({ sources: figure(sources), name })}
        >
          {figure(sources)}
        </Link>
      </td>
      <td className="num">
        <Link to="/p/$project/codes" params={params} aria-label={m.projects_codesOf({ codes: figure(codes), name })}>
          {figure(codes)}
        </Link>
      </td>
      <td className="num">{figure(codings)}</td>
      <td>
        {roleName(role)}
        <p className="cap">{m.projects_begun({ day: dayOf(createdAt) })}</p>
      </td>
    </tr>
  )
}
