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
              {count(sources.length, 'source')}, {count(project.codings, 'coding')}, {count(project.codes, 'code')}.
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
          Add sources
        </Link>
      ) : null}
      {resume ? (
        <Link className="btn primary go-on" to="/p/$project/sources/$source" params={params}>
          <span className="cut">Go on with {resume.title.split(' ')[0]}</span> <kbd className="inv">↵</kbd>
        </Link>
      ) : null}
    </>
  )
}

function Begin() {
  const { id: project } = useProject()
  return (
    <Empty
      title="No sources yet."
      actions={
        <Link className="btn primary" to="/p/$project/sources/add" params={{ project }}>
          Add sources
        </Link>
      }
    >
      Bring in transcripts: Word, text, Markdown or subtitles. What they would become is shown before anything is saved.
    </Empty>
  )
}
