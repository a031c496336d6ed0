import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Page } from '../app/Page'
import { useProjectId } from '../app/project'
import { codebookChanges } from '../data/codebook'
import { TextField } from '../kit/fields'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { ChangesOfCode } from './ChangesOfCode'
import { daysBefore, momentOf } from './moments'
import '../look/pages.css'
import './versions.css'

const route = getRouteApi('/inside/p/$project/codes/history')

/** How the codebook became what it is: what is different between two moments. */
export function VersionsPage() {
  const project = useProjectId()
  const { from = daysBefore(7), to = '' } = route.useSearch()
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...codebookChanges(project, { from: momentOf(from), to: momentOf(to) }),
    placeholderData: keepPreviousData,
  })
  const crumbs = (
    <Link to="/p/$project/codes" params={{ project }}>
      {m.versions_codes()}
    </Link>
  )
  return (
    <Page title={m.versions_title()} crumbs={crumbs}>
      <div className="pg vs" aria-busy={isPlaceholderData}>
        <header>
          <h1>{m.versions_heading()}</h1>
        </header>
        <Moments from={from} to={to} />
        {error ? <Failure error={error} retry={() => void refetch()} /> : null}
        {data ? (
          <>
            <p className="soft" role="status">
              {m.versions_found({ n: data.length })}
            </p>
            {data.length ? null : <Empty title={m.versions_none()}>{m.versions_noneHint()}</Empty>}
            {byCode(data).map((changes) => (
              <ChangesOfCode key={changes[0]?.code} changes={changes} />
            ))}
          </>
        ) : error ? null : (
          <Late>
            <Lines count={12} />
          </Late>
        )}
      </div>
    </Page>
  )
}

/** The two moments, with short ways to the usual ones. */
function Moments({ from, to }: { from: string; to: string }) {
  const navigate = route.useNavigate()
  const show = (search: { from?: string; to?: string }) => void navigate({ to: '.', search, replace: true })
  const ways = [
    { name: m.versions_today(), from: daysBefore(0) },
    { name: m.versions_week(), from: daysBefore(7) },
    { name: m.versions_month(), from: daysBefore(30) },
    { name: m.versions_beginning(), from: '' },
  ]
  return (
    <form className="rowed" onSubmit={(e) => e.preventDefault()}>
      <TextField
        type="datetime-local"
        label={m.versions_from()}
        value={from}
        onChange={(e) => show({ from: e.target.value, to })}
      />
      <TextField
        type="datetime-local"
        label={m.versions_to()}
        value={to}
        onChange={(e) => show({ from, to: e.target.value })}
      />
      <div className="row ways">
        {ways.map((way) => (
          <button
            type="button"
            className="btn"
            key={way.name}
            aria-pressed={from === way.from && !to}
            onClick={() => show({ from: way.from, to: '' })}
          >
            {way.name}
          </button>
        ))}
      </div>
    </form>
  )
}

/** The changes come code by code; each code's together. */
function byCode<T extends { code: string }>(changes: readonly T[]): T[][] {
  const out: T[][] = []
  for (const change of changes) {
    const last = out.at(-1)
    if (last?.[0]?.code === change.code) last.push(change)
    else out.push([change])
  }
  return out
}
