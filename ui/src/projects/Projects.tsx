import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { Project } from '../api/names'
import { AccountMenu } from '../app/AccountMenu'
import { useTitle } from '../app/slots'
import { useHandlers } from '../commands/registry'
import { projects } from '../data/projects'
import { Icon, Mark } from '../kit/marks'
import { late } from '../kit/soon'
import { Empty } from '../kit/states'
import { m } from '../paraglide/messages'
import { isDark, prefer } from '../settings/preferences'
import { ProjectRow } from './ProjectRow'
import './projects.css'

const FromFile = late(() => import('./FromFile').then((m) => ({ default: m.FromFile })))
const NewProject = late(() => import('./NewProject').then((m) => ({ default: m.NewProject })))

/** All projects one belongs to. */
export function Projects() {
  const navigate = useNavigate()
  const { data: list } = useSuspenseQuery(projects)
  const [asks, setAsks] = useState<'new' | 'file'>()
  const turn = () => prefer({ theme: isDark() ? 'light' : 'dark' })
  const ways = { onNew: () => setAsks('new'), onFile: () => setAsks('file') }
  const close = () => setAsks(undefined)
  useTitle(m.projects_projects())
  useHandlers({ 'theme.toggle': turn })
  return (
    <div className="pj">
      <a className="skip" href="#main">
        {m.app_skip()}
      </a>
      <header className="top">
        <span className="brand grow">
          <Mark />
          <b>Selvedge</b>
        </span>
        <AccountMenu lines={[{ label: m.app_account(), onClick: () => void navigate({ to: '/account' }) }]} />
        <button
          type="button"
          className="btn quiet icon"
          aria-label={m.kit_lightOrDark()}
          title={m.kit_lightOrDark()}
          onClick={turn}
        >
          <Icon name="sun" />
        </button>
      </header>
      <main className="pj-main" id="main">
        {list.length ? <List projects={list} {...ways} /> : <NoProjects {...ways} />}
      </main>
      <Suspense>
        {asks === 'new' ? <NewProject onClose={close} /> : asks === 'file' ? <FromFile onClose={close} /> : null}
      </Suspense>
    </div>
  )
}

/** Those that were made last stand first. */
const newest = (list: readonly Project[]) => list.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))

/** The ways to another project. */
interface Ways {
  onNew: () => void
  onFile: () => void
}

function List({ projects: list, onNew, onFile }: Ways & { projects: readonly Project[] }) {
  return (
    <>
      <header className="pj-head">
        <h1 className="serif grow">{m.projects_projects()}</h1>
        <button type="button" className="btn" onClick={onFile}>
          {m.projects_fromFile()}
        </button>
        <button type="button" className="btn primary" onClick={onNew}>
          {m.projects_new()}
        </button>
      </header>
      <table className="table pj-list">
        <thead>
          <tr>
            <th scope="col">{m.app_project()}</th>
            <th scope="col" className="num">
              {m.app_sources()}
            </th>
            <th scope="col" className="num">
              {m.app_codes()}
            </th>
            <th scope="col" className="num">
              {m.projects_codings()}
            </th>
            <th scope="col">{m.projects_youAre()}</th>
          </tr>
        </thead>
        <tbody>
          {newest(list).map((one) => (
            <ProjectRow key={one.id} project={one} />
          ))}
        </tbody>
      </table>
    </>
  )
}

const NoProjects = ({ onNew, onFile }: Ways) => (
  <Empty
    title={m.projects_none()}
    actions={
      <>
        <button type="button" className="btn primary" onClick={onNew}>
          {m.projects_new()}
        </button>
        <button type="button" className="btn" onClick={onFile}>
          {m.projects_fromFile()}
        </button>
      </>
    }
  >
    {m.projects_begin()}
  </Empty>
)
