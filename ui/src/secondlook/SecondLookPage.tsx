import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Code } from '../api/names'
import { Page } from '../app/Page'
import { useCodebook, useProjectId } from '../app/project'
import { outdatedCodings } from '../data/secondLook'
import { CodeMark } from '../kit/marks'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { m } from '../paraglide/messages'
import { Codings } from './Codings'
import './secondlook.css'

const route = getRouteApi('/inside/p/$project/codes/second-look')

/** The codings that were made before what their code means was changed, to keep, recode or remove. */
export function SecondLookPage() {
  const project = useProjectId()
  const { code: asked } = route.useSearch()
  const book = useCodebook()
  const waiting = book.walk().flatMap(({ code }) => (code.outdated ? [code] : []))
  const code = waiting.find(({ id }) => id === asked) ?? waiting[0]
  const crumbs = (
    <Link to="/p/$project/codes" params={{ project }}>
      {m.secondlook_codes()}
    </Link>
  )
  return (
    <Page title={m.secondlook_title()} crumbs={crumbs} className="sl">
      <h1 className="sr">{m.secondlook_title()}</h1>
      {code ? (
        <>
          <Waiting codes={waiting} shown={code.id} />
          <OneCode key={code.id} code={code} />
        </>
      ) : (
        <div className="done">
          <Empty
            title={m.secondlook_none()}
            actions={
              <Link className="btn" to="/p/$project/codes" params={{ project }}>
                {m.secondlook_toCodes()}
              </Link>
            }
          >
            {m.secondlook_noneHint()}
          </Empty>
        </div>
      )}
    </Page>
  )
}

/** The codes that have such codings, with how many. */
function Waiting({ codes, shown }: { codes: readonly Code[]; shown: string }) {
  const project = useProjectId()
  return (
    <nav className="waiting" aria-label={m.secondlook_codesToLook()}>
      <ul>
        {codes.map(({ id, name, color, outdated }) => (
          <li key={id}>
            <Link
              to="/p/$project/codes/second-look"
              params={{ project }}
              search={{ code: id }}
              replace
              aria-current={id === shown ? 'true' : undefined}
            >
              <CodeMark name={name} color={color} count={outdated} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OneCode({ code }: { code: Code }) {
  const { data, error, refetch } = useQuery(outdatedCodings(useProjectId(), code.id))
  return (
    <section className="one" aria-label={code.name}>
      {error && !data ? <Failure error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <Codings code={code} list={data} />
      ) : error ? null : (
        <Late>
          <Lines count={12} />
        </Late>
      )}
    </section>
  )
}
