import type { ReactNode } from 'react'
import { useCodebook } from '../app/project'
import type { CrossTable, Head, Quoted } from '../data/crossref'
import { CodeMark } from '../kit/marks'
import { figure, shorten } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Asking, kindOf, type Show } from './asked'
import { type Cell, cellsOf, counted, isAcross, isTriangle } from './cells'
import { sizeNames } from './kinds'
import { useRoving } from './useRoving'

interface TableProps {
  of: CrossTable
  asking: Asking
  show: Show
  name: string
  /** The cell that is open. */
  at: { row?: string; column?: string }
  onOpen: (row: string, column: string) => void
}

/** The most letters of a passage in a cell. */
const QUOTE = 240

/** Rows and columns with their N, and in each cell what is counted; a cell opens what is behind it. */
export function TableOfCells({ of, asking, show, name, at, onOpen }: TableProps) {
  const roving = useRoving()
  const { rows, columns, n, quotes } = of
  const cell = cellsOf(of, asking, show)
  const triangle = isTriangle(asking)
  const pair = Boolean(of.together)
  const across = isAcross(asking)
  const least = Math.min(...rows.map(({ depth = 0 }) => depth))
  const open = at.row !== undefined && at.column !== undefined
  return (
    <table className={`x xref${pair ? ' co' : ''}${quotes ? ' quoted' : ''}`} aria-label={name} {...roving}>
      <thead>
        <tr>
          <td />
          {columns.map((head, j) =>
            triangle && j === columns.length - 1 ? null : (
              <th key={head.id} scope="col">
                <Name of={head} code={kindOf(asking.columns) === 'codes'} />
              </th>
            ),
          )}
          {pair ? null : (
            <th scope="col" className="tot">
              {m.crossref_total()}
            </th>
          )}
          {across ? (
            <th scope="col" className="tot">
              {m.crossref_n()}
            </th>
          ) : null}
        </tr>
        {pair ? null : (
          <tr className="n">
            <th scope="row">{across ? m.crossref_total() : sizeNames[asking.count]()}</th>
            {columns.map((head) => (
              <td key={head.id}>{figure(across ? head.all : head.n)}</td>
            ))}
            <td className="tot">{figure(n)}</td>
            {across ? <td /> : null}
          </tr>
        )}
      </thead>
      <tbody>
        {rows.map((row, i) =>
          triangle && i === 0 ? null : (
            <tr key={row.id}>
              <th
                scope="row"
                data-depth={Math.min((row.depth ?? 0) - least, 4)}
                data-over={isOver(rows, i) || undefined}
              >
                <Name of={row} code={kindOf(asking.rows) === 'codes'} />
              </th>
              {columns.map((column, j) =>
                triangle && j >= i ? null : (
                  <CellOf
                    key={column.id}
                    cell={cell(i, j)}
                    place={`${i} ${j}`}
                    first={open ? at.row === row.id && at.column === column.id : i === (triangle ? 1 : 0) && j === 0}
                    pressed={at.row === row.id && at.column === column.id}
                    onOpen={() => onOpen(row.id, column.id)}
                  >
                    {quotes ? <Quotes of={quotes[i]?.[j] ?? []} all={of.cells[i]?.[j] ?? 0} count={of.count} /> : null}
                  </CellOf>
                ),
              )}
              {pair ? null : (
                <td className="tot">
                  <b>{figure(row.all)}</b>
                </td>
              )}
              {across ? <td className="tot">{figure(row.n)}</td> : null}
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}

/** Whether a row of codes has others under it. */
const isOver = (rows: readonly Head[], i: number): boolean => (rows[i + 1]?.depth ?? 0) > (rows[i]?.depth ?? 0)

function Name({ of: { id, name, color }, code }: { of: Head; code: boolean }) {
  const path = useCodebook().ancestors(id)
  if (!code) return name
  return (
    <span title={[...path.map((one) => one.name), name].join(' / ')}>
      <CodeMark name={name} color={color ?? 'oakgall'} />
    </span>
  )
}

interface CellProps {
  cell: Cell
  place: string
  first: boolean
  pressed: boolean
  onOpen: () => void
  children: ReactNode
}

function CellOf({ cell: { main, aside, heat, unasked, said }, place, first, pressed, onOpen, children }: CellProps) {
  return (
    <td className={unasked ? 'na' : `h${heat}`}>
      <button
        type="button"
        data-at={place}
        tabIndex={first ? 0 : -1}
        aria-label={said}
        aria-pressed={pressed}
        onClick={onOpen}
      >
        <b>{main}</b>
        {aside ? <span>{aside}</span> : null}
      </button>
      {children}
    </td>
  )
}

/** The first passages of a cell, in their words. */
function Quotes({ of, all, count }: { of: readonly Quoted[]; all: number; count: string }) {
  if (!of.length) return null
  return (
    <ul className="quotes">
      {of.map(({ source, start, end, title, speaker, parts }) => (
        <li key={`${source} ${start} ${end}`}>
          <span className="serif">{shorten(parts.map(({ text }) => text).join(' … '), QUOTE)}</span>
          <span className="cap">{[title, speaker].filter(Boolean).join(', ')}</span>
        </li>
      ))}
      {count === 'passages' && all > of.length ? (
        <li className="cap">{m.crossref_andMore({ n: counted(all - of.length, count) })}</li>
      ) : null}
    </ul>
  )
}
