import { heatOf } from '../charts/layout'
import type { Crosstab } from '../data/analyses'
import { figure } from '../kit/words'
import { decimal, percent } from '../language/decimals'
import { m } from '../paraglide/messages'
import type { Showing } from './asked'
import { wordsOf } from './known'

interface CrossCellsProps {
  table: Crosstab
  show: Showing
  /** The conditions of the cell that is open. */
  at?: readonly string[]
  onOpen: (at: string[]) => void
}

/** The cells of a cross-table, each a button; few in a cell are marked with words. */
export function CrossCells({ table, show, at, onOpen }: CrossCellsProps) {
  const { row, column, rows, columns, rowValues, columnValues, counts, few, rowSums, columnSums, n } = table
  const conditions = (i: number, j: number) => [`${row.name}=${rowValues[i]}`, `${column.name}=${columnValues[j]}`]
  const isOpen = (cell: readonly string[]) => at?.join('\n') === cell.join('\n')
  return (
    <div className="grid-box">
      <table className="x cross" aria-label={m.relations_by({ what: wordsOf(column), by: wordsOf(row) })}>
        <thead>
          <tr>
            <th scope="col">{wordsOf(row)}</th>
            {columns.map((name, j) => (
              <th key={columnValues[j]} scope="col">
                {name}
              </th>
            ))}
            <th scope="col" className="tot">
              {m.relations_all()}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="n">
            <th scope="row">{m.relations_n()}</th>
            {columns.map((_, j) => (
              <td key={columnValues[j]}>{figure(columnSums[j] ?? 0)}</td>
            ))}
            <td className="tot">{figure(n)}</td>
          </tr>
          {rows.map((name, i) => (
            <tr key={rowValues[i]}>
              <th scope="row">{name}</th>
              {columns.map((_, j) => {
                const cell = conditions(i, j)
                return (
                  <td key={columnValues[j]} className={heatIn(table, show, i, j)}>
                    <button
                      type="button"
                      aria-pressed={isOpen(cell)}
                      className={few[i]?.[j] ? 'few' : undefined}
                      disabled={!counts[i]?.[j]}
                      onClick={() => onOpen(cell)}
                    >
                      <Cell table={table} show={show} i={i} j={j} />
                    </button>
                  </td>
                )
              })}
              <td className="tot">{figure(rowSums[i] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Key table={table} show={show} />
    </div>
  )
}

interface CellProps {
  table: Crosstab
  show: Showing
  i: number
  j: number
}

/** A count, and beside it what is shown. */
function Cell({ table, show, i, j }: CellProps) {
  const n = table.counts[i]?.[j] ?? 0
  const isFew = table.few[i]?.[j]
  return (
    <>
      <b>{figure(n)}</b>
      {show === 'counts' ? null : <span>{beside(table, show, i, j)}</span>}
      {isFew ? <span className="sr">{m.relations_few({ least: figure(table.least) })}</span> : null}
    </>
  )
}

function beside({ rowShare, columnShare, adjustedResiduals }: Crosstab, show: Showing, i: number, j: number): string {
  if (show === 'row') return percent(rowShare[i]?.[j] ?? 0)
  if (show === 'column') return percent(columnShare[i]?.[j] ?? 0)
  const residual = figureIn(adjustedResiduals[i]?.[j])
  if (residual === undefined) return '–'
  return residual > 0 ? `+${decimal(residual, 1)}` : decimal(residual, 1)
}

/** A figure that may not be defined; it comes as nothing then. */
const figureIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** From where on a residual is more than chance would often make it. */
const NOTABLE = 1.96

/** How dark a cell is: by its share, or by how far it is from what was expected. */
function heatIn({ rowShare, columnShare, adjustedResiduals }: Crosstab, show: Showing, i: number, j: number): string {
  if (show === 'counts') return ''
  if (show !== 'residuals') return `h${heatOf((show === 'row' ? rowShare : columnShare)[i]?.[j] ?? 0)}`
  const residual = figureIn(adjustedResiduals[i]?.[j])
  if (residual === undefined || Math.abs(residual) < NOTABLE) return ''
  return residual > 0 ? 'h4 more' : 'h2 less'
}

/** What the marks mean. */
function Key({ table, show }: { table: Crosstab; show: Showing }) {
  const isFew = table.few.some((row) => row.some(Boolean))
  return (
    <p className="key cap">
      {show === 'residuals' ? <span>{m.relations_residualKey()}</span> : null}
      {isFew ? (
        <span>
          <i className="few" aria-hidden="true" /> {m.relations_few({ least: figure(table.least) })}
        </span>
      ) : null}
      <span>{m.relations_cellsOpen()}</span>
    </p>
  )
}
