import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Page } from '../app/Page'
import { useCodebook, useProjectId, useSources } from '../app/project'
import { excerpts } from '../data/excerpts'
import type { Filter } from '../data/search'
import { Failure, Late, Lines } from '../kit/states'
import { count } from '../kit/words'
import { CodeTicks } from './CodeTicks'
import { Downloads } from './Downloads'
import { ExcerptRows } from './ExcerptRows'
import { Narrowing } from './Narrowing'
import { NoExcerpts } from './NoExcerpts'
import '../search/search.css'
import './excerpts.css'

const route = getRouteApi('/inside/p/$project/excerpts')

/** Coded passages with their source lines, to read through and to take away. */
export function ExcerptsPage() {
  const filter = route.useSearch()
  const navigate = route.useNavigate()
  const narrow = (search: Filter) => void navigate({ to: '.', search, replace: true, resetScroll: false })
  const clear = () => narrow({})
  const book = useCodebook()
  const answer = useInfiniteQuery({ ...excerpts(useProjectId(), filter), placeholderData: keepPreviousData })
  const pages = answer.data?.pages
  const list = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  const first = pages?.[0]
  const codes = filter.code ?? []
  return (
    <Page title="Excerpts" className="exc">
      <h1 className="sr">Excerpts</h1>
      <aside className="facets" aria-label="Which passages">
        <CodeTicks book={book} chosen={codes} onChange={(code) => narrow({ ...filter, code })} />
        <Narrowing filter={filter} onChange={narrow} onClear={clear} />
      </aside>
      <section className="res" aria-label="Passages" aria-busy={answer.isPlaceholderData}>
        <div className="rh">
          {first ? <Total found={first} /> : null}
          {first?.total ? <Downloads filter={filter} /> : null}
        </div>
        <div className="body">
          {answer.error && !first ? <Failure error={answer.error} retry={() => void answer.refetch()} /> : null}
          {answer.isPending ? (
            <Late>
              <Lines count={16} />
            </Late>
          ) : null}
          {first?.total === 0 ? <NoExcerpts filter={filter} onClear={clear} /> : null}
          {list.length ? (
            <ExcerptRows
              key={JSON.stringify(filter)}
              excerpts={list}
              onEnd={() => answer.hasNextPage && !answer.isFetchingNextPage && void answer.fetchNextPage()}
            />
          ) : null}
        </div>
      </section>
    </Page>
  )
}

/** A passage that two people coded, or that has two codes, is one passage and two codings. */
function Total({ found }: { found: { passages: number; total: number; sources: number } }) {
  const all = useSources().length
  return (
    <p role="status">
      <b>{count(found.passages, 'passage')}</b>, {count(found.total, 'coding')}{' '}
      <span className="soft">
        from {found.sources} of {count(all, 'source')}
      </span>
    </p>
  )
}
