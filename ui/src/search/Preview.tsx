import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { Hit, Source } from '../api/names'
import { useProjectId } from '../app/project'
import { spanParam } from '../app/search-params'
import { content, passages } from '../data/sources'
import { Thread } from '../kit/marks'
import { Late, Lines } from '../kit/states'
import { clock } from '../kit/time'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import type { Names } from './facets'
import { Marked } from './Marked'

/** How many turns stand before and after the one that was found. */
const BEFORE = 2
const AFTER = 3

/** Brings the turn that was found into the panel, when what comes before it is long. */
const show = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

/** What the preview needs of what was found. */
export type Previewed = Pick<Hit, 'source' | 'turn' | 'start' | 'end' | 'marks' | 'shown'>

interface PreviewProps {
  hit: Previewed
  names: Names
}

/** The turn that was found among its neighbours, and what is coded in it. */
export function Preview({ hit, names }: PreviewProps) {
  const project = useProjectId()
  const source = names.sources.find(({ id }) => id === hit.source)
  return (
    <aside className="prev" aria-label={m.search_preview()}>
      <div className="panel-h">
        <b className="grow cut">{source?.title}</b>
        <Link
          className="btn sm"
          to="/p/$project/sources/$source"
          params={{ project, source: hit.source }}
          search={{ at: spanParam(hit) }}
        >
          {rich(m.search_open(), { key: () => <kbd>↵</kbd> })}
        </Link>
      </div>
      <Suspense fallback={<Waiting />}>
        <Around key={`${hit.source} ${hit.turn}`} hit={hit} source={source} />
        <OnTurn hit={hit} names={names} />
      </Suspense>
    </aside>
  )
}

const Waiting = () => (
  <Late>
    <div className="pt">
      <Lines count={8} />
    </div>
  </Late>
)

function Around({ hit, source }: { hit: Previewed; source?: Source }) {
  const { turns, positions } = useSuspenseQuery(content(useProjectId(), hit.source)).data
  const speakers = new Map(source?.speakers.map((one) => [one.id, one]))
  const near = turns.slice(Math.max(0, hit.turn - BEFORE), hit.turn + AFTER + 1)
  return (
    <div className="pt">
      {near.map((turn) => {
        const speaker = speakers.get(turn.speakerId ?? '')
        const { marks, shown } = turn.index === hit.turn ? hit : { marks: [], shown: undefined }
        const kind = `pv${speaker?.moderator ? ' mod' : ''}${turn.index === hit.turn ? ' cur' : ''}`
        return (
          <div className={kind} key={turn.index} ref={turn.index === hit.turn ? show : undefined}>
            <p className="cap">
              {speaker ? <b>{speaker.name}</b> : null} {turn.fromMs === undefined ? null : clock(turn.fromMs)}
            </p>
            <p className="serif">
              <Marked text={positions.slice(turn)} start={turn.start} marks={marks} shown={shown} />
            </p>
          </div>
        )
      })}
    </div>
  )
}

function OnTurn({ hit, names }: PreviewProps) {
  const project = useProjectId()
  const all = useSuspenseQuery(passages(project, hit.source)).data
  const turn = useSuspenseQuery(content(project, hit.source)).data.turns[hit.turn] ?? hit
  const codings = all.filter(({ start, end }) => start < turn.end && end > turn.start).flatMap((one) => one.codings)
  return (
    <div className="pc">
      <h3>{m.search_onTurn()}</h3>
      {codings.length ? null : <p className="cap">{m.search_noCodings()}</p>}
      <ul>
        {codings.map(({ id, code, coder }) => (
          <li key={id}>
            <Thread color={names.book.get(code)?.color ?? 'oakgall'} />
            <span className="cut">{names.book.get(code)?.name}</span>
            <span className="cap push">{names.people.called(coder)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
