import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { projects } from '../data/projects'
import { LazyMenu } from '../kit/LazyMenu'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { useProject } from './project'
import { Fill, useTitle } from './slots'

interface PageProps {
  /** What the page is called in the window's title and at the end of the crumbs; none for the overview. */
  title?: string
  /** Links between the project and the page. */
  crumbs?: ReactNode
  /** What the top bar offers on this page. */
  tools?: ReactNode
  status?: ReactNode
  className?: string
  /** Nothing on it takes the focus: then the page itself does, or the keys could not scroll it. */
  still?: boolean
  children: ReactNode
}

/** A page in the shell, with its crumbs, tools and words in the status line. */
export function Page({ title, crumbs, tools, status, className = '', still, children }: PageProps) {
  const project = useProject()
  const main = useRef<HTMLElement>(null)
  useTitle(title, project.name)
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <Fill slot="crumbs">
        {title ? (
          <>
            <Link className="cut" to="/p/$project" params={{ project: project.id }} title={project.name}>
              {project.name}
            </Link>
            {crumbs ? <> / {crumbs}</> : null} / <b>{title}</b>
          </>
        ) : (
          <Switcher />
        )}
      </Fill>
      <Fill slot="tools">{tools}</Fill>
      <Fill slot="status">{status}</Fill>
      <main className={`main ${className}`} id="main" tabIndex={still ? 0 : -1} ref={main}>
        {children}
      </main>
    </>
  )
}

/** The project's name, with the others behind it. */
function Switcher() {
  const current = useProject()
  const navigate = useNavigate()
  const { data: list = [] } = useQuery(projects)
  const trigger = (
    <button type="button" className="btn quiet sm proj">
      <span className="cut">{current.name}</span>
      <Icon name="down" small />
    </button>
  )
  return (
    <LazyMenu
      trigger={trigger}
      groups={[
        list.map(({ id, name }) => ({
          label: <Name name={name} current={id === current.id} />,
          onClick: () => void navigate({ to: '/p/$project', params: { project: id } }),
        })),
        [{ label: m.app_allOrNew(), onClick: () => void navigate({ to: '/' }) }],
      ]}
    />
  )
}

const Name = ({ name, current }: { name: string; current: boolean }) => (
  <>
    <span className="cut">{name}</span>
    {current ? <span className="push">{m.app_here()}</span> : null}
  </>
)
