import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useDrop } from '../adding/drop'
import { tally } from '../adding/tally'
import { takeInto, useBatch } from '../adding/useBatch'
import type { Source } from '../api/names'
import { Page } from '../app/Page'
import { useMay, useProjectId, useSources, useStrands } from '../app/project'
import { Bar, Icon } from '../kit/marks'
import { Empty } from '../kit/states'
import { count } from '../kit/words'
import { MemosButton } from '../memos/MemosButton'
import { byStrand, matching } from './listing'
import { SourceTable } from './SourceTable'
import './sources.css'

/** The sources of a project by strand. Files can be dropped anywhere on it. */
export function Sources() {
  const project = useProjectId()
  const navigate = useNavigate()
  const may = useMay()
  const sources = useSources()
  const { batch, state } = useBatch()
  const { strand } = useSearch({ from: '/inside/p/$project/sources' })
  const { isOver, target } = useDrop((files) => {
    if (!may.change) return
    if (strand && !state.strand) batch.setStrand(strand)
    takeInto(batch, files)
    void navigate({ to: '/p/$project/sources/add', params: { project } })
  })
  const isOpen = isOver && may.change
  return (
    <Page title="Sources" className="srcs-main">
      <div className={isOpen ? 'srcs drop-over' : 'srcs'} {...target}>
        {state.files.length ? <Going /> : null}
        {sources.length ? <Listing sources={sources} strand={strand} /> : <NoSources />}
      </div>
    </Page>
  )
}

/** Leads to adding; from the list of one strand, files go into that. */
function AddLink({ primary, strand }: { primary?: boolean; strand?: string }) {
  const project = useProjectId()
  const { batch } = useBatch()
  return (
    <Link
      className={primary ? 'btn primary' : 'btn'}
      to="/p/$project/sources/add"
      params={{ project }}
      onClick={() => strand && batch.setStrand(strand)}
    >
      <Icon name="import" />
      Add sources
    </Link>
  )
}

const NoSources = () => {
  const may = useMay()
  return (
    <Empty title="No sources yet." actions={may.change ? <AddLink primary /> : null}>
      {may.change
        ? 'Drop transcripts here: Word, plain text, Markdown or subtitles.'
        : 'A researcher of the project can add some.'}
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
      <span className="cut">Adding {count(totals.all, 'file')}</span>
      <Bar share={totals.share} />
      <span className="cap">
        {totals.added || totals.adding ? `${totals.added} added` : `${totals.read} of ${totals.all} read`}
      </span>
      <Link className="btn sm" to="/p/$project/sources/add" params={{ project }}>
        See
      </Link>
    </div>
  )
}

function Listing({ sources, strand }: { sources: readonly Source[]; strand?: string }) {
  const may = useMay()
  const strands = useStrands()
  const [typed, setTyped] = useState('')
  const inStrand = strand ? sources.filter((one) => one.strand === strand) : sources
  const found = matching(inStrand, typed)
  const words = found.reduce((sum, one) => sum + one.words, 0)
  return (
    <>
      <header className="srcs-head">
        <div className="grow">
          <h1>Sources</h1>
          <p className="soft" role="status">
            {found.length === sources.length
              ? count(found.length, 'source')
              : `${found.length} of ${count(sources.length, 'source')}`}
            , {count(words, 'word')}
          </p>
        </div>
        <search className="search">
          <Icon name="search" />
          <input
            className="input"
            type="search"
            aria-label="Filter the sources"
            placeholder="Title, file or speaker"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
          />
        </search>
        {may.change ? <AddLink strand={strand} /> : null}
      </header>
      {strand ? <InStrand id={strand} name={strands.find(({ id }) => id === strand)?.name ?? 'one strand'} /> : null}
      {found.length ? (
        <SourceTable groups={byStrand(found, strands)} />
      ) : (
        <Empty
          title={typed ? `No source says “${typed}” in its title, file or speakers.` : 'No sources in this strand yet.'}
          actions={
            typed ? (
              <button type="button" className="btn" onClick={() => setTyped('')}>
                Show all
              </button>
            ) : null
          }
        />
      )}
    </>
  )
}

function InStrand({ id, name }: { id: string; name: string }) {
  const project = useProjectId()
  return (
    <p className="srcs-chips">
      <span className="chip">
        Strand <b>{name}</b>
        <Link className="x" to="/p/$project/sources" params={{ project }} aria-label="Show all strands">
          <Icon name="x" small />
        </Link>
      </span>{' '}
      <MemosButton kind="strand" id={id} name={name} />
    </p>
  )
}
