import { useMemo } from 'react'
import { usePeople } from '../app/project'
import { Figure } from '../charts/Figure'
import { GroupedBars } from '../charts/GroupedBars'
import { Network } from '../charts/Network'
import type { Tied } from '../charts/nodes'
import type { CrossTable } from '../data/crossref'
import { figure, listed } from '../kit/words'
import { m } from '../paraglide/messages'
import { momentOf } from '../pictures/caption'
import { useNarrowedWords } from '../search/narrowedBy'
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
function useCaption({ of: { codebook, at, seq, narrowed }, asked }: PictureProps): string {
  const people = usePeople()
  const { coder = [] } = asked
  return [
    m.crossref_codebookAt({ n: figure(codebook), seq: figure(seq) }),
    coder.length ? m.crossref_codersOnly({ names: listed(coder.map(people.name)) }) : m.crossref_allCoders(),
    m.crossref_countedAt({ at: momentOf(at) }),
    ...useNarrowedWords(narrowed),
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
  const { names, ties, left } = useMemo(() => mostTied(tiesOf(of)), [of])
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
      method={left ? `${m.crossref_mostTied({ n: figure(NODES) })} · ${caption}` : caption}
      words={names.map((_, node) => said(node)).join('; ')}
    >
      <Network names={names} ties={ties} said={said} />
    </Figure>
  )
}

interface Ties {
  names: string[]
  ties: Tied[]
}

/** As many codes as a picture can be read with, those that are together most; `left` are the others. */
function mostTied({ names, ties }: Ties): Ties & { left: number } {
  const sums = names.map((_, node) => ties.reduce((sum, { a, b, n }) => sum + (a === node || b === node ? n : 0), 0))
  const kept = names.map((_, node) => node).toSorted((x, y) => (sums[y] ?? 0) - (sums[x] ?? 0) || x - y)
  const places = new Map(
    kept
      .slice(0, NODES)
      .toSorted((x, y) => x - y)
      .map((node, at) => [node, at]),
  )
  return {
    names: names.filter((_, node) => places.has(node)),
    ties: ties.flatMap(({ a, b, n }) => {
      const [from, to] = [places.get(a), places.get(b)]
      return from === undefined || to === undefined ? [] : [{ a: from, b: to, n }]
    }),
    left: Math.max(0, names.length - NODES),
  }
}

/** The codes of a table, each once, and which of them are together. */
function tiesOf({ rows, columns, cells }: CrossTable): Ties {
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
