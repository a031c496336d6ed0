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
import { count, figure } from '../kit/words'
import { rich } from '../language/rich'
import { MemosButton } from '../memos/MemosButton'
import { m } from '../paraglide/messages'
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
    void takeInto(batch, files)
    void navigate({ to: '/p/$project/sources/add', params: { project } })
  })
  const isOpen = isOver && may.change
  return (
    <Page title={m.app_sources()} className="srcs-main">
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
      {m.home_add()}
    </Link>
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

const some = (n: number, all: number): string =>
  n === all ? count(n, 'source') : m.sources_nOf({ n: figure(n), sources: count(all, 'source') })

function Listing({ sources, strand }: { sources: readonly Source[]; strand?: string }) {
  const project = useProjectId()
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
          <h1>{m.app_sources()}</h1>
          <p className="soft" role="status">
            {m.sources_sums({ sources: some(found.length, sources.length), words: count(words, 'word') })}
          </p>
        </div>
        <search className="search">
          <Icon name="search" />
          <input
            className="input"
            type="search"
            aria-label={m.sources_filter()}
            placeholder={m.sources_filterBy()}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
          />
        </search>
        {may.manage ? (
          <Link className="btn quiet" to="/p/$project/sources/pseudonyms" params={{ project }}>
            {m.sources_pseudonyms()}
          </Link>
        ) : null}
        {may.change ? <AddLink strand={strand} /> : null}
      </header>
      {strand ? (
        <InStrand id={strand} name={strands.find(({ id }) => id === strand)?.name ?? m.sources_oneStrand()} />
      ) : null}
      {found.length ? (
        <SourceTable groups={byStrand(found, strands)} />
      ) : (
        <Empty
          title={typed ? m.sources_noMatch({ typed }) : m.sources_noneInStrand()}
          actions={
            typed ? (
              <button type="button" className="btn" onClick={() => setTyped('')}>
                {m.sources_showAll()}
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
        {rich(m.sources_inStrand(), { strand: () => <b>{name}</b> })}
        <Link className="x" to="/p/$project/sources" params={{ project }} aria-label={m.sources_showStrands()}>
          <Icon name="x" small />
        </Link>
      </span>{' '}
      <MemosButton kind="strand" id={id} name={name} />
    </p>
  )
}
