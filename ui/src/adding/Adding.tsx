import { Link } from '@tanstack/react-router'
import { Page } from '../app/Page'
import { useMay, useProjectId } from '../app/project'
import { Empty } from '../kit/states'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { Choose } from './Choose'
import { useDrop } from './drop'
import { FileList } from './FileList'
import { FilePanel } from './FilePanel'
import type { Chosen } from './gather'
import { tally } from './tally'
import { takeInto, useBatch, useOnlyStrand, useStay } from './useBatch'
import './adding.css'

/** Brings files into a project: chosen, looked at, and added when they are as they should be. */
export function Adding() {
  const { batch, state } = useBatch()
  const project = useProjectId()
  const take = (files: Chosen[]) => void takeInto(batch, files)
  const { isOver, target } = useDrop(take)
  useStay(state)
  useOnlyStrand(batch, state)
  const { files } = state
  const totals = tally(files)
  const selected = files.find((one) => one.id === state.selected)
  const crumbs = (
    <Link to="/p/$project/sources" params={{ project }}>
      {m.app_sources()}
    </Link>
  )
  return (
    <Page
      title={files.length ? m.adding_adding({ files: count(files.length, 'file') }) : m.adding_addingFiles()}
      crumbs={crumbs}
      status={
        files.length ? (
          <span>{m.adding_read({ read: figure(totals.read), files: count(files.length, 'file') })}</span>
        ) : null
      }
      className="imp-main"
    >
      <div className={`imp${selected ? '' : ' bare'}${isOver ? ' drop-over' : ''}`} {...target}>
        {files.length ? (
          <FileList batch={batch} state={state} totals={totals} onFiles={take} />
        ) : (
          <NoFiles onFiles={take} />
        )}
        {selected ? <FilePanel key={selected.id} batch={batch} state={state} totals={totals} one={selected} /> : null}
      </div>
    </Page>
  )
}

function NoFiles({ onFiles }: { onFiles: (files: Chosen[]) => void }) {
  const may = useMay()
  if (!may.change) return <ReadersOnly />
  return (
    <div className="imp-drop">
      <Empty title={m.adding_drop()} actions={<Choose onFiles={onFiles} primary />}>
        {m.adding_formats()}
      </Empty>
    </div>
  )
}

const ReadersOnly = () => (
  <div className="pad">
    <Empty title={m.adding_youRead()}>{m.adding_researcherCan()}</Empty>
  </div>
)
