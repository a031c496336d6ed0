import { Link } from '@tanstack/react-router'
import { useMe, useProjectId, useSources } from '../app/project'
import { useHere } from '../app/useHere'
import { Avatar } from '../kit/people'
import { m } from '../paraglide/messages'
import { usePreferences } from '../settings/preferences'

/** Who has the project open, and at which source. */
export function Where() {
  const here = useHere()
  const me = useMe()
  const sources = useSources()
  const last = usePreferences().places[useProjectId()]?.source
  const mine = sources.find((source) => source.id === last)
  return (
    <section>
      <div className="sh">
        <h2>{m.home_where()}</h2>
      </div>
      <ul className="who">
        {here.map((one) => {
          const source = sources.find((each) => each.id === one.source)
          return (
            <Person
              key={one.account}
              name={one.name}
              presence="here"
              doing={source ? m.home_reading() : m.home_here()}
              source={source}
            />
          )
        })}
        <Person name={me.name} me doing={mine ? m.home_lastAt() : m.home_here()} source={mine} />
      </ul>
    </section>
  )
}

interface PersonProps {
  name: string
  me?: boolean
  presence?: 'here'
  doing: string
  source?: { id: string; title: string }
}

function Person({ name, me, presence, doing, source }: PersonProps) {
  const project = useProjectId()
  return (
    <li>
      <Avatar name={name} me={me} presence={presence} />
      <div className="grow">
        <p className="cut">
          <b>{me ? m.home_you() : name}</b> <span className="dim">{doing}</span>
        </p>
        {source ? (
          <p className="cut soft">
            <Link to="/p/$project/sources/$source" params={{ project, source: source.id }}>
              {source.title}
            </Link>
          </p>
        ) : null}
      </div>
    </li>
  )
}
