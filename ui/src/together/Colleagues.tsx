import { Link } from '@tanstack/react-router'
import type { Presence } from '../api/names'
import { useProjectId, useSources } from '../app/project'
import { useHere } from '../app/useHere'
import { Avatar } from '../kit/people'
import { m } from '../paraglide/messages'

/** Who else is here; a click goes to where they read. */
export function Colleagues() {
  return useHere().map((one) => <Colleague key={one.account} one={one} />)
}

function Colleague({ one }: { one: Presence }) {
  const project = useProjectId()
  const source = useSources().find(({ id }) => id === one.source)
  if (!source) return <Avatar name={one.name} presence="here" doing={m.app_here()} />
  const doing = m.app_reading({ title: source.title })
  const { position } = one
  return (
    <Link
      className="av-link"
      to="/p/$project/sources/$source"
      params={{ project, source: source.id }}
      search={position === undefined ? {} : { at: `${position}-${position + 1}` }}
      aria-label={m.together_goTo({ name: one.name, title: source.title })}
    >
      <Avatar name={one.name} presence="here" doing={doing} />
    </Link>
  )
}
