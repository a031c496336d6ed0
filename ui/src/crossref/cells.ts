import { heatOf } from '../charts/layout'
import type { CrossTable } from '../data/crossref'
import { count, figure } from '../kit/words'
import { percent } from '../language/decimals'
import { m } from '../paraglide/messages'
import { type Asking, isPair, kindOf, type Show } from './asked'

/** A cell as it is drawn and told. */
export interface Cell {
  /** The figure, or what stands in its place. */
  main: string
  /** Beside it. */
  aside?: string
  /** 0 is plain, 1 to 5 are warmer. */
  heat: number
  unasked?: boolean
  /** All of it in words. */
  said: string
}

/** Whether what there is to count stands beside the rows: where columns are codes. */
export const isAcross = ({ rows, columns }: { rows: string; columns: string }): boolean =>
  kindOf(columns) === 'codes' && kindOf(rows) !== 'codes'

/** Whether each two codes would stand in a table twice: then one half of it is shown. */
export const isTriangle = (asking: { rows: string; columns: string }): boolean =>
  isPair(asking) && asking.rows === asking.columns

const nouns = { cases: 'case', passages: 'passage', sources: 'source', turns: 'turn', words: 'word' } as const

/** Numbers of what is counted with their noun: "12 cases". */
export const counted = (n: number, what: string): string => count(n, nouns[what as keyof typeof nouns])

/** What two codes are counted in where they are together. */
const togetherIn = (table: CrossTable): string =>
  table.count === 'passages' && table.together === 'turn'
    ? 'turns'
    : table.count === 'passages' && table.together === 'source'
      ? 'sources'
      : table.count

/** The most that heats 1 to 4 stand for, where the largest cell counts so many: the larger, the wider. */
export function boundsOf(most: number): number[] {
  return [0.13, 0.26, 0.45, 0.68].map((share) => Math.round(most * share))
}

/** The heat of a number among those of a table. */
export const warmth = (n: number, bounds: readonly number[]): number =>
  n ? 1 + bounds.filter((bound) => n > bound).length : 0

/** What stands in each cell. */
export function cellsOf(table: CrossTable, asking: Asking, show: Show) {
  const { rows, columns, cells, unasked = [] } = table
  const not = new Set(unasked.map(([row, column]) => `${row} ${column}`))
  const bounds = boundsOf(
    Math.max(0, ...cells.flatMap((row, i) => row.filter((_, j) => rows[i]?.id !== columns[j]?.id))),
  )
  const across = isAcross(asking)
  const pair = isPair(asking)
  return (i: number, j: number): Cell => {
    const [row, column, n = 0] = [rows[i], columns[j], cells[i]?.[j]]
    const named = { row: row?.name ?? '', column: column?.name ?? '' }
    if (not.has(`${i} ${j}`))
      return { main: m.crossref_notAsked(), heat: 0, unasked: true, said: m.crossref_cellNotAsked(named) }
    if (pair)
      return {
        main: figure(n),
        heat: warmth(n, bounds),
        said: m.crossref_cellBoth({ ...named, n: counted(n, togetherIn(table)) }),
      }
    const size = (show === 'row' ? row?.all : across ? row?.n : column?.n) ?? 0
    if (!size) return { main: '–', heat: 0, said: m.crossref_cellNone(named) }
    const share = n / size
    const said = m.crossref_cellOf({ ...named, n: figure(n), all: counted(size, table.count) })
    const heat = n ? heatOf(share) : 0
    if (show === 'presence') return { main: n ? m.crossref_yes() : m.crossref_no(), heat: n ? 3 : 0, said }
    if (show === 'number') return { main: figure(n), aside: n ? percent(share) : undefined, heat, said }
    return { main: percent(share), heat, said }
  }
}
