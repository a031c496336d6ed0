import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useProjectId, useStrands } from '../app/project'
import { Bar, Icon } from '../kit/marks'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import { Choose } from './Choose'
import { type Candidate, isBad, isToCheck } from './candidate'
import { FileTable } from './FileTable'
import type { Chosen } from './gather'
import { Intos } from './Intos'
import { Narrowing, type Only } from './Narrowing'
import { Rules } from './Rules'
import type { State } from './state'
import type { Tally } from './tally'

interface FileListProps {
  batch: Batch
  state: State
  totals: Tally
  onFiles: (files: Chosen[]) => void
}

const wanted: Record<Only, (one: Candidate) => boolean> = { all: () => true, check: isToCheck, bad: isBad }

/** All files, how far they are, and where they go. */
export function FileList({ batch, state, totals, onFiles }: FileListProps) {
  const [chosen, setOnly] = useState<Only>('all')
  const only = (chosen === 'check' && !totals.toCheck) || (chosen === 'bad' && !totals.bad) ? 'all' : chosen
  const shown = state.files.filter((one) => wanted[only](one) || one.id === state.selected)
  const isDone = totals.added > 0 && totals.busy === 0
  return (
    <section className="imp-files" aria-label={m.adding_files()}>
      <Head batch={batch} totals={totals} onFiles={onFiles} />
      <Bar share={totals.share} />
      {isDone ? <Done batch={batch} state={state} totals={totals} /> : null}
      <div className="imp-opts">
        <Intos batch={batch} state={state} />
        <Narrowing batch={batch} totals={totals} only={only} onOnly={setOnly} />
      </div>
      <Rules batch={batch} state={state} totals={totals} />
      <FileTable files={shown} selected={state.selected} onSelect={batch.select} />
    </section>
  )
}

function Head({ batch, totals, onFiles }: Omit<FileListProps, 'state'>) {
  const { change } = useMay()
  return (
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
  )
}

function Done({ batch, state, totals }: Omit<FileListProps, 'onFiles'>) {
  const project = useProjectId()
  const strands = useStrands()
  const added = state.files.filter(({ stage }) => stage === 'added')
  const first = added[0]
  const sources = count(totals.sources, 'source')
  const into = new Set(added.map((one) => one.into))
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
          {m.adding_openFirst({ n: totals.sources })}
        </Link>
      ) : null}
    </div>
  )
}
