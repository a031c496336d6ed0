import { Link } from '@tanstack/react-router'
import { Icon, Mark } from '../kit/marks'
import { type Place, places } from './places'
import { useCodebook, useProjectId, useSources } from './project'
import { useResume } from './useResume'

/** The way to every place of a project. Only what exists is here. */
export function Rail() {
  const project = useProjectId()
  const sources = useSources().length
  const codes = useCodebook().codes.length
  const counts: Record<string, number> = { Sources: sources, Codes: codes }
  return (
    <nav className="rail" aria-label="Project">
      <Link className="brand" to="/p/$project" params={{ project }} aria-label="Selvedge, project overview">
        <Mark />
        <b>Selvedge</b>
      </Link>
      <ul>
        {places.map((group, i) => [
          i ? <li key={`above ${group[0]?.name}`} className="sep" aria-hidden="true" /> : null,
          ...group.map((place) => [
            <Item key={place.name} place={place} project={project} count={counts[place.name]} />,
            place.name === 'Codes' && sources ? <CodingItem key="Coding" project={project} /> : null,
          ]),
        ])}
      </ul>
    </nav>
  )
}

function Item({ place, project, count }: { place: Place; project: string; count?: number }) {
  return (
    <li>
      <Link
        className="nav"
        to={place.to}
        params={{ project }}
        activeOptions={{ exact: place.name === 'Overview' || place.name === 'Sources', includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        title={place.name}
      >
        <Icon name={place.icon} />
        <span>{place.name}</span>
        {count ? <span className="n">{count.toLocaleString('en-GB')}</span> : null}
      </Link>
    </li>
  )
}

function CodingItem({ project }: { project: string }) {
  const source = useResume()
  if (!source) return null
  return (
    <li>
      <Link
        className="nav"
        to="/p/$project/sources/$source"
        params={{ project, source: source.id }}
        activeOptions={{ includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        title={`Coding: ${source.title}`}
      >
        <Icon name="pencil" />
        <span>Coding</span>
      </Link>
    </li>
  )
}
