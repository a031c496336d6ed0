import { useMemo } from 'react'
import { usePeople } from '../app/project'
import { Figure } from '../charts/Figure'
import { GroupedBars } from '../charts/GroupedBars'
import { Network } from '../charts/Network'
import type { Tied } from '../charts/nodes'
import type { CrossTable } from '../data/crossref'
import { dayAndTime } from '../kit/time'
import { figure, listed } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Asked, Asking } from './asked'
import { cellsOf, isAcross } from './cells'
import { sizeNames } from './kinds'
import { aboutOf } from './sayings'

interface PictureProps {
  of: CrossTable
  asking: Asking
  asked: Asked
}

/** The most bars or nodes that a picture can be read with. */
const BARS = 400
const NODES = 30

const TooMany = () => <p className="banner warn">{m.crossref_tooMany()}</p>

/** What a picture is of, so that it can be made again: codebook, coders, how it was narrowed, and when. */
function useCaption({ of: { codebook, at, seq }, asked }: PictureProps): string {
  const people = usePeople()
  const { coder = [], strand, source, speaker, case: cases, where } = asked
  const narrowed = [strand, source, speaker, cases, where].some((list) => list?.length)
  return [
    m.crossref_codebookAt({ n: figure(codebook), seq: figure(seq) }),
    coder.length ? m.crossref_codersOnly({ names: listed(coder.map(people.name)) }) : m.crossref_allCoders(),
    m.crossref_countedAt({ at: dayAndTime(at) }),
    ...(narrowed ? [m.crossref_narrowed()] : []),
  ].join(' · ')
}

/** The shares of a table as bars, a group for each column. */
export function TableBars(props: PictureProps) {
  const { of, asking } = props
  const caption = useCaption(props)
  const { rows, columns, cells } = of
  const cell = cellsOf(of, asking, 'number')
  if (rows.length * columns.length > BARS) return <TooMany />
  const across = isAcross(asking)
  const groups = columns.map((column, j) => ({
    name: across ? column.name : m.crossref_groupN({ name: column.name, n: figure(column.n) }),
    bars: rows.map((row, i) => {
      const { main, aside, unasked } = cell(i, j)
      const size = across ? row.n : column.n
      const share = unasked || !size ? undefined : (cells[i]?.[j] ?? 0) / size
      return { name: row.name, share, figures: aside ? `${main} · ${aside}` : main }
    }),
  }))
  const words = rows.flatMap((_, i) => columns.map((_, j) => cell(i, j).said)).join('; ')
  return (
    <Figure
      title={aboutOf(asking)}
      n={of.n}
      missing={0}
      method={[sizeNames[asking.count](), caption].join(' · ')}
      words={words}
    >
      <GroupedBars groups={groups} />
    </Figure>
  )
}

/** Codes that are together as a network; the table beneath it has the same numbers. */
export function TogetherNetwork(props: PictureProps) {
  const { of, asking } = props
  const caption = useCaption(props)
  const { names, ties } = useMemo(() => tiesOf(of), [of])
  if (names.length > NODES) return <TooMany />
  const said = (node: number) => {
    const tied = ties.flatMap(({ a, b, n }) => {
      const other = a === node ? b : b === node ? a : undefined
      return other === undefined ? [] : [m.crossref_tie({ name: names[other] ?? '', n: figure(n) })]
    })
    return m.crossref_node({ name: names[node] ?? '', ties: tied.length ? listed(tied) : m.crossref_noTie() })
  }
  return (
    <Figure
      title={aboutOf(asking)}
      n={of.n}
      missing={0}
      method={caption}
      words={names.map((_, node) => said(node)).join('; ')}
    >
      <Network names={names} ties={ties} said={said} />
    </Figure>
  )
}

/** The codes of a table, each once, and which of them are together. */
function tiesOf({ rows, columns, cells }: CrossTable): { names: string[]; ties: Tied[] } {
  const heads = [...new Map([...rows, ...columns].map((head) => [head.id, head])).values()]
  const place = new Map(heads.map(({ id }, at) => [id, at]))
  const ties = new Map<string, Tied>()
  for (const [i, row] of rows.entries())
    for (const [j, column] of columns.entries()) {
      const [a = 0, b = 0] = [place.get(row.id) ?? 0, place.get(column.id) ?? 0].toSorted((x, y) => x - y)
      const n = cells[i]?.[j] ?? 0
      if (n && a !== b) ties.set(`${a} ${b}`, { a, b, n })
    }
  return { names: heads.map(({ name }) => name), ties: [...ties.values()] }
}
