import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useDrop } from '../adding/drop'
import { tally } from '../adding/tally'
import { takeInto, useBatch } from '../adding/useBatch'
import { Page } from '../app/Page'
import { useMay, useProjectId, useSources } from '../app/project'
import { Bar, Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { AddLink } from './AddLink'
import { SourceList } from './SourceList'
import './sources.css'

/** The sources of a project by strand. Files can be dropped anywhere on it. */
export function Sources() {
  const project = useProjectId()
  const navigate = useNavigate()
  const may = useMay()
  const sources = useSources()
  const { batch, state } = useBatch()
  const asked = useSearch({ from: '/inside/p/$project/sources' })
  const { strand } = asked
  const { isOver, target } = useDrop((files) => {
    if (!may.change) return
    if (strand && !state.strand) batch.setStrand(strand)
    void takeInto(batch, files)
    void navigate({ to: '/p/$project/sources/add', params: { project } })
  })
  const isOpen = isOver && may.change
  return (
    <Page title={m.app_sources()} className="srcs-main">
      <div className={isOpen ? 'srcs drop-over' : 'srcs'} {...target}>
        {state.files.length ? <Going /> : null}
        {sources.length ? <SourceList sources={sources} {...asked} /> : <NoSources />}
      </div>
    </Page>
  )
}

const NoSources = () => {
  const may = useMay()
  return (
    <Empty title={m.home_noSources()} actions={may.change ? <AddLink primary /> : null}>
      {may.change ? m.sources_drop() : m.sources_researcherCan()}
    </Empty>
  )
}

/** How far the files are that are being added. */
function Going() {
  const project = useProjectId()
  const { state } = useBatch()
  const totals = tally(state.files)
  return (
    <div className="progress srcs-going">
      <Icon name={totals.busy ? 'wait' : 'check'} />
      <span className="cut">{m.sources_adding({ files: count(totals.all, 'file') })}</span>
      <Bar share={totals.share} />
      <span className="cap">
        {totals.added || totals.adding
          ? m.sources_added({ added: figure(totals.added) })
          : m.sources_read({ read: figure(totals.read), all: figure(totals.all) })}
      </span>
      <Link className="btn sm" to="/p/$project/sources/add" params={{ project }}>
        {m.sources_see()}
      </Link>
    </div>
  )
}
