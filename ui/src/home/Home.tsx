import { Link, useNavigate } from '@tanstack/react-router'
import { Page } from '../app/Page'
import { useMay, useProject, useSources } from '../app/project'
import { useResume } from '../app/useResume'
import { useHandlers } from '../commands/registry'
import { Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { count } from '../kit/words'
import { MemosButton } from '../memos/MemosButton'
import './home.css'
import { m } from '../paraglide/messages'
import { News } from './News'
import { StrandTable } from './StrandTable'
import { Where } from './Where'

/** The overview of a project: how far each strand is, who is where, what is new. */
export function Home() {
  const project = useProject()
  const sources = useSources()
  return (
    <Page status={<span>{count(project.codings, 'coding')}</span>}>
      <div className="hm">
        <header className="hh">
          <div className="grow">
            <h1 className="serif">{project.name}</h1>
            <p className="soft">
              {m.home_sums({
                sources: count(sources.length, 'source'),
                codings: count(project.codings, 'coding'),
                codes: count(project.codes, 'code'),
              })}
              {project.aim ? ` ${project.aim}` : ''}
            </p>
          </div>
          <MemosButton kind="project" id={project.id} name={project.name} />
          <Actions />
        </header>
        <div className="cols">
          <section>
            {sources.length ? null : <Begin />}
            <StrandTable />
          </section>
          <aside>
            <Where />
            <News />
          </aside>
        </div>
      </div>
    </Page>
  )
}

function Actions() {
  const { id: project } = useProject()
  const may = useMay()
  const resume = useResume()
  const navigate = useNavigate()
  const params = { project, source: resume?.id ?? '' }
  useHandlers({ 'go.on': () => resume && void navigate({ to: '/p/$project/sources/$source', params }) })
  return (
    <>
      {may.change ? (
        <Link className="btn" to="/p/$project/sources/add" params={{ project }}>
          <Icon name="import" />
          {m.home_add()}
        </Link>
      ) : null}
      {resume ? (
        <Link className="btn primary go-on" to="/p/$project/sources/$source" params={params}>
          <span className="cut">{m.home_goOn({ source: resume.title.split(' ')[0] ?? '' })}</span>{' '}
          <kbd className="inv">↵</kbd>
        </Link>
      ) : null}
    </>
  )
}

function Begin() {
  const { id: project } = useProject()
  return (
    <Empty
      title={m.home_noSources()}
      actions={
        <Link className="btn primary" to="/p/$project/sources/add" params={{ project }}>
          {m.home_add()}
        </Link>
      }
    >
      {m.home_begin()}
    </Empty>
  )
}
