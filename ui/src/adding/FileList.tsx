import { Link } from '@tanstack/react-router'
import { useMay, useProjectId, useStrands } from '../app/project'
import { Bar, Icon } from '../kit/marks'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Batch, State } from './batch'
import { Choose } from './Choose'
import { isToCheck } from './candidate'
import { FileTable } from './FileTable'
import { StrandSelect } from './StrandSelect'
import type { Tally } from './tally'
import { useOnlyToCheck } from './useBatch'

interface FileListProps {
  batch: Batch
  state: State
  totals: Tally
  onFiles: (files: File[]) => void
}

/** All files, how far they are, and where they go. */
export function FileList({ batch, state, totals, onFiles }: FileListProps) {
  const { change } = useMay()
  const [only, setOnly] = useOnlyToCheck(totals.toCheck)
  const shown = only ? state.files.filter((one) => isToCheck(one) || one.id === state.selected) : state.files
  const isDone = totals.added > 0 && totals.busy === 0
  return (
    <section className="imp-files" aria-label={m.adding_files()}>
      <header className="imp-head">
        <div className="grow">
          <h1>{m.adding_adding({ files: count(totals.all, 'file') })}</h1>
          <p className="soft">
            {totals.sentence} {totals.busy ? <span className="w">{m.adding_goOn()}</span> : null}
          </p>
        </div>
        {totals.busy ? (
          <button type="button" className="btn quiet" onClick={() => batch.cancel()}>
            {m.adding_cancelRest()}
          </button>
        ) : change ? (
          <Choose onFiles={onFiles} />
        ) : null}
      </header>
      <Bar share={totals.share} />
      {isDone ? <Done batch={batch} state={state} /> : null}
      <div className="imp-opts">
        <Strand batch={batch} state={state} />
        {totals.toCheck ? (
          <span className="push row tight cap">
            <Icon name="warn" small />
            {m.adding_toCheck({ n: figure(totals.toCheck) })}
            <button type="button" className="btn sm quiet" aria-pressed={only} onClick={() => setOnly(!only)}>
              {only ? m.adding_showAll() : m.adding_showThese()}
            </button>
          </span>
        ) : null}
      </div>
      <FileTable files={shown} selected={state.selected} onSelect={batch.select} />
    </section>
  )
}

function Strand({ batch, state }: { batch: Batch; state: State }) {
  return (
    <div className="row tight">
      <span className="label" aria-hidden="true">
        {m.adding_intoStrand()}
      </span>
      <StrandSelect value={state.strand} onChange={batch.setStrand} />
    </div>
  )
}

function Done({ batch, state }: { batch: Batch; state: State }) {
  const project = useProjectId()
  const strands = useStrands()
  const added = state.files.filter(({ stage }) => stage === 'added')
  const first = added[0]
  const sources = count(added.length, 'source')
  const into = new Set(added.map((one) => one.strand ?? state.strand))
  const name = into.size === 1 ? strands.find(({ id }) => into.has(id))?.name : undefined
  return (
    <div className="banner imp-done">
      <Icon name="check" />
      <span className="grow">
        {name ? m.adding_sourcesAddedTo({ sources, strand: name }) : m.adding_sourcesAdded({ sources })}
      </span>
      <button type="button" className="btn sm quiet" onClick={batch.tidy}>
        {m.adding_clear()}
      </button>
      {first?.source ? (
        <Link className="btn sm" to="/p/$project/sources/$source" params={{ project, source: first.source }}>
          {m.adding_openFirst({ n: added.length })}
        </Link>
      ) : null}
    </div>
  )
}
