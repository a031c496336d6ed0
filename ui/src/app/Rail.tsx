import { Link } from '@tanstack/react-router'
import { Icon, Mark } from '../kit/marks'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Place, places } from './places'
import { useCodebook, useProjectId, useSources } from './project'
import { useResume } from './useResume'

/** The way to every place of a project. Only what exists is here. */
export function Rail() {
  const project = useProjectId()
  const sources = useSources().length
  const codes = useCodebook().codes.length
  const counts: Record<string, number> = { 'go.sources': sources, 'go.codes': codes }
  return (
    <nav className="rail" aria-label={m.app_project()}>
      <Link className="brand" to="/p/$project" params={{ project }} aria-label={m.app_brand()}>
        <Mark />
        <b>Selvedge</b>
      </Link>
      <ul>
        {places.map((group, i) => [
          i ? <li key={`above ${group[0]?.command}`} className="sep" aria-hidden="true" /> : null,
          ...group.map((place) => [
            <Item key={place.command} place={place} project={project} count={counts[place.command]} />,
            place.command === 'go.codes' && sources ? <CodingItem key="go.coding" project={project} /> : null,
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
        activeOptions={{ exact: place.command === 'go.home' || place.command === 'go.sources', includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        title={place.name()}
      >
        <Icon name={place.icon} />
        <span>{place.name()}</span>
        {count ? <span className="n">{figure(count)}</span> : null}
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
        title={m.app_codingOf({ title: source.title })}
      >
        <Icon name="pencil" />
        <span>{m.app_coding()}</span>
      </Link>
    </li>
  )
}
