import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCodebook, useProjectId } from '../app/project'
import { spanParam } from '../app/search-params'
import { type CrossCell, crossCell, type Head, type Quoted } from '../data/crossref'
import { CodeMark, Thread } from '../kit/marks'
import { Failure, Late, Lines } from '../kit/states'
import { clock } from '../kit/time'
import { count, figure, listed } from '../kit/words'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { BesidePanel } from '../relations/BesidePanel'
import { Marked } from '../search/Marked'
import { type Asking, isPair } from './asked'
import { counted } from './cells'

interface CellPanelProps {
  asking: Asking
  row: string
  column: string
  onClose: () => void
}

/** How many of those who say nothing of it are named. */
const NAMED = 8

/** What is behind a cell, beside the table. */
export function CellPanel({ asking, row, column, onClose }: CellPanelProps) {
  const answer = useInfiniteQuery(crossCell(useProjectId(), asking, row, column))
  const [cell] = answer.data?.pages ?? []
  const items = answer.data?.pages.flatMap((page) => page.items) ?? []
  const pair = isPair(asking)
  const said = { row: () => <Named of={cell?.row} />, column: () => <Named of={cell?.column} /> }
  return (
    <BesidePanel
      label={m.crossref_behind()}
      focus={`${row} ${column}`}
      onClose={onClose}
      head={cell ? rich(pair ? m.crossref_with() : m.crossref_in(), said) : m.crossref_behind()}
    >
      {answer.error ? <Failure error={answer.error} retry={() => void answer.refetch()} /> : null}
      {cell ? (
        <About of={cell} counts={asking.count} pair={pair} tinted={items.some(({ shared }) => shared.length)} />
      ) : answer.error ? null : (
        <Waiting />
      )}
      <ul className="ps">
        {items.map((item) => (
          <Item
            key={`${item.source} ${item.start} ${item.end} ${item.shared[0]?.start}`}
            of={item}
            without={[row, column]}
          />
        ))}
      </ul>
      {answer.hasNextPage ? (
        <p>
          <button
            type="button"
            className="btn sm"
            disabled={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {m.crossref_furtherOf({ n: figure(items.length), all: figure(cell?.total ?? 0) })}
          </button>
        </p>
      ) : null}
    </BesidePanel>
  )
}

const Waiting = () => (
  <Late>
    <Lines />
  </Late>
)

/** A head by its name, with the thread of a code. */
function Named({ of }: { of?: Head }) {
  if (!of) return null
  return (
    <b>
      {of.color ? <Thread color={of.color} /> : null} {of.name}
    </b>
  )
}

interface AboutProps {
  of: CrossCell
  counts: string
  pair: boolean
  /** Whether any of its passages has a part with both codes. */
  tinted: boolean
}

/** How many there are, of whom, and who says nothing of it. */
function About({ of, counts, pair, tinted }: AboutProps) {
  const sizes = {
    passages: count(of.passages, 'passage'),
    sources: count(of.sources, 'source'),
    cases: count(of.cases, 'case'),
  }
  const some = of.silent.slice(0, NAMED).map(({ name }) => name)
  const more = of.silent.length - some.length
  const names = listed(more ? [...some, m.crossref_others({ n: figure(more) })] : some)
  const ofAll = counts === 'cases' || counts === 'sources'
  return (
    <p className="cap" role="status">
      {ofAll && !pair
        ? m.crossref_behindOf({ passages: sizes.passages, n: figure(of.cell), all: counted(of.n, counts) })
        : m.crossref_behindIn(sizes)}
      {tinted ? ` ${m.crossref_tinted()}` : null}
      {names && !pair ? ` ${m.crossref_silent({ names })}` : null}
    </p>
  )
}

/** What somebody said, where it stands, and what else it is coded with. */
function Item({ of, without }: { of: Quoted; without: readonly string[] }) {
  const project = useProjectId()
  const book = useCodebook()
  const also = of.codes.flatMap((id) => (without.includes(id) ? [] : (book.get(id) ?? [])))
  const where = of.fromMs === undefined ? m.crossref_turn({ turn: figure(of.turn + 1) }) : clock(of.fromMs)
  const marks = of.shared.map(({ start, end }) => [start, end])
  return (
    <li>
      <p className="srcl">
        <Link to="/p/$project/sources/$source" params={{ project, source: of.source }} search={{ at: spanParam(of) }}>
          {of.title}
        </Link>
        <span>{[of.speaker, where].filter(Boolean).join(', ')}</span>
      </p>
      {of.parts.map(({ start, end, text }) => (
        <p key={start} className="serif tx">
          <Marked text={text} start={start} marks={marks.filter(([from = 0, to = 0]) => from < end && to > start)} />
        </p>
      ))}
      {of.more ? <p className="cap">{m.crossref_partsMore({ n: figure(of.more) })}</p> : null}
      {of.about ? <p className="cap">{of.about}</p> : null}
      {also.length ? (
        <p className="row wrap cs">
          <span className="cap">{m.crossref_also()}</span>
          {also.map(({ id, name, color }) => (
            <CodeMark key={id} name={name} color={color} />
          ))}
        </p>
      ) : null}
    </li>
  )
}
