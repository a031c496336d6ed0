import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Source } from '../api/names'
import { useMay, useProjectId, useStrands } from '../app/project'
import { isNarrowed } from '../app/search-params'
import type { ByCase } from '../data/search'
import { sourcesOfCases } from '../data/sources'
import { Icon } from '../kit/marks'
import { Empty, Failure } from '../kit/states'
import { count, figure } from '../kit/words'
import { rich } from '../language/rich'
import { MemosButton } from '../memos/MemosButton'
import { m } from '../paraglide/messages'
import { AddLink } from './AddLink'
import { byStrand, matching } from './listing'
import { OfCases, OfCasesChips } from './OfCases'
import { SourceTable } from './SourceTable'

const some = (n: number, all: number): string =>
  n === all ? count(n, 'source') : m.sources_nOf({ n: figure(n), sources: count(all, 'source') })

interface SourceListProps extends ByCase {
  sources: readonly Source[]
  strand?: string
}

/** The sources of a project, or those of a strand or of some cases, by their strands. */
export function SourceList({ sources, strand, ...byCase }: SourceListProps) {
  const project = useProjectId()
  const may = useMay()
  const strands = useStrands()
  const [typed, setTyped] = useState('')
  const tied = useQuery({ ...sourcesOfCases(project, byCase), placeholderData: keepPreviousData })
  const only = isNarrowed(byCase) ? tied.data : undefined
  const inStrand = sources.filter((one) => (!strand || one.strand === strand) && (!only || only.has(one.id)))
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
        <OfCases filter={byCase} />
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
      <OfCasesChips filter={byCase} />
      {tied.error ? <Failure error={tied.error} retry={() => void tied.refetch()} /> : null}
      {found.length ? (
        <SourceTable groups={byStrand(found, strands)} />
      ) : (
        <Empty
          title={emptyTitle(typed, byCase)}
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

const emptyTitle = (typed: string, byCase: ByCase): string => {
  if (typed) return m.sources_noMatch({ typed })
  return isNarrowed(byCase) ? m.sources_noneOfCases() : m.sources_noneInStrand()
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
