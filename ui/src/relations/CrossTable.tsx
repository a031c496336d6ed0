import { type BarDatum, Bars } from '../charts/Bars'
import { DivergingBars } from '../charts/DivergingBars'
import { Figure } from '../charts/Figure'
import type { Crosstab } from '../data/analyses'
import { Segmented } from '../kit/fields'
import { Empty } from '../kit/states'
import { m } from '../paraglide/messages'
import { type Showing, sampleOf, showings } from './asked'
import { CrossCells } from './CrossCells'
import { CrossTests } from './CrossTests'
import { GridFiles } from './GridFiles'
import { isListed, wordsOf } from './known'
import { PickVariable } from './PickVariable'
import { Result } from './Result'
import { useAsking } from './useAsking'
import { useKnown } from './useSurvey'

const names: Record<Showing, () => string> = {
  counts: m.relations_counts,
  row: m.relations_rowShare,
  column: m.relations_columnShare,
  residuals: m.relations_residuals,
}

/** Two questions across one another; each cell opens those behind it. */
export function CrossTable() {
  const [asked, ask] = useAsking()
  const { row, column, show = 'row' } = asked
  const listed = useKnown().filter(isListed)
  const asking = { ...sampleOf(asked), row, column }
  return (
    <>
      <div className="row wrap asking">
        <PickVariable
          label={m.relations_rows()}
          value={row}
          variables={listed}
          onPick={(name) => ask({ row: name, at: undefined })}
        />
        <button
          type="button"
          className="btn"
          title={m.relations_swapThem()}
          disabled={!row || !column}
          onClick={() => ask({ row: column, column: row, at: undefined })}
        >
          {m.relations_swap()}
        </button>
        <PickVariable
          label={m.relations_columns()}
          value={column}
          variables={listed}
          onPick={(name) => ask({ column: name, at: undefined })}
        />
        <Segmented
          label={m.relations_show()}
          value={show}
          options={showings.map((value) => ({ value, name: names[value]() }))}
          onChange={(next) => ask({ show: next })}
        />
      </div>
      {row && column ? (
        <Result kind="crosstab" asking={asking} files={<GridFiles kind="crosstab" asking={asking} />}>
          {(table) => (
            <>
              <CrossCells table={table} show={show} at={asked.at} onOpen={(at) => ask({ at })} />
              <Picture table={table} />
              <CrossTests of={table} />
            </>
          )}
        </Result>
      ) : (
        <Empty title={m.relations_crosstabNone()}>{m.relations_crosstabHow()}</Empty>
      )}
    </>
  )
}

/** The shares of each row: in one bar, or where answers overlap, with a bar for each. */
function Picture({ table }: { table: Crosstab }) {
  const { row, column, rows, columns, rowShare, rowSums, n, missing, method, says } = table
  const overlap = table.rowsOverlap || table.columnsOverlap
  const bars = overlap ? overlapping(table) : []
  if (bars.length > MOST_BARS) return null
  return (
    <Figure
      title={m.relations_by({ what: wordsOf(column), by: wordsOf(row) })}
      n={n}
      missing={missing}
      method={method}
      words={says.join(' ')}
    >
      {overlap ? (
        <Bars data={bars} />
      ) : (
        <DivergingBars
          stacked
          values={columns}
          data={rows.map((name, i) => ({ name, n: rowSums[i] ?? 0, shares: rowShare[i] ?? [] }))}
        />
      )}
    </Figure>
  )
}

/** With more, a picture says less than the table. */
const MOST_BARS = 60

/** How many of each group gave each answer, answer by answer. */
function overlapping({ rows, columns, counts, rowShare, columnShare, rowsOverlap }: Crosstab): BarDatum[] {
  const cell = (i: number, j: number) => ({
    name: rowsOverlap ? `${rows[i]} · ${columns[j]}` : `${columns[j]} · ${rows[i]}`,
    n: counts[i]?.[j] ?? 0,
    share: (rowsOverlap ? columnShare : rowShare)[i]?.[j] ?? 0,
  })
  return rowsOverlap
    ? rows.flatMap((_, i) => columns.map((_, j) => cell(i, j)))
    : columns.flatMap((_, j) => rows.map((_, i) => cell(i, j)))
}
