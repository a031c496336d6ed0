import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReportPart } from '../api/names'
import { Page } from '../app/Page'
import { useCodebook, useProjectId } from '../app/project'
import { spanParam, toggled } from '../app/search-params'
import { CaseChipList } from '../cases/CaseChips'
import type { Listing } from '../data/excerpts'
import { m } from '../paraglide/messages'
import { AddToReport } from '../report/AddToReport'
import { AddTicked } from './AddTicked'
import { CodeTicks } from './CodeTicks'
import { ListMenu } from './ListMenu'
import { bare, widened } from './listing'
import { Narrowing } from './Narrowing'
import { NoExcerpts } from './NoExcerpts'
import { Passages } from './Passages'
import '../search/search.css'

const route = getRouteApi('/inside/p/$project/excerpts')

/** Coded passages with their source lines, to read through, to work on and to take away. */
export function ExcerptsPage() {
  const asked = route.useSearch()
  const listing: Listing = { ...asked, group: asked.group ?? 'code' }
  const project = useProjectId()
  const navigate = useNavigate()
  const change = (next: Listing) =>
    void navigate({
      to: '/p/$project/excerpts',
      params: { project },
      search: bare(next),
      replace: true,
      resetScroll: false,
    })
  const clear = () => change(widened(listing))
  const book = useCodebook()
  return (
    <Page title={m.excerpts_title()} className="exc">
      <h1 className="sr">{m.excerpts_title()}</h1>
      <aside className="facets" aria-label={m.excerpts_which()}>
        <CodeTicks book={book} chosen={listing.code ?? []} onChange={(code) => change({ ...listing, code })} />
        <Narrowing filter={listing} onChange={(filter) => change({ ...listing, ...filter })} onClear={clear} />
      </aside>
      <Passages
        listing={listing}
        onChange={change}
        go={({ source, coding, start, end }) =>
          void navigate({
            to: '/p/$project/sources/$source',
            params: { project, source },
            search: { at: spanParam({ start, end }), coding },
          })
        }
        chips={<CaseChipList filter={listing} onRemove={(kind, value) => change(toggled(listing, kind, value))} />}
        empty={<NoExcerpts filter={listing} onClear={clear} />}
        more={(codings, onDone) => <AddTicked {...{ listing, codings, onDone }} />}
        menus={
          <>
            <AddToReport part={partOf(listing)} />
            <ListMenu listing={listing} onChange={change} link={location.href} />
          </>
        }
      />
    </Page>
  )
}

/** A list as a part of a report. What a report can't ask, such as words in the passage, is left out. */
const partOf = ({
  code,
  strand,
  source,
  speaker,
  coder,
  case: cases,
  where,
  search,
  alone,
  order,
  group,
}: Listing): ReportPart => ({
  kind: 'excerpts',
  heading: m.report_excerpts(),
  group: group ?? 'none',
  withCounts: true,
  ...{ code, strand, source, speaker, coder, case: cases, where, search, order, alone: alone === 'yes' },
})
