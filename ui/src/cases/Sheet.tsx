import { useMemo } from 'react'
import { type CellCopyArgs, type CellPasteArgs, DataGrid, type RowsChangeData, type SortColumn } from 'react-data-grid'
import type { Variable } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { type CaseQuery, useChangeCase } from '../data/cases'
import { announce } from '../kit/announce'
import { Failure, Lines } from '../kit/states'
import { toast, toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { asCell, cellsIn } from './clipboard'
import { columnsOf, own } from './columns'
import { type Setting, useCells } from './useCells'
import { isRead, type Row, useRows } from './useRows'
import type { Shown } from './useShown'
import { typed, valueIn } from './values'
import 'react-data-grid/lib/styles.css'

interface SheetProps {
  variables: readonly Variable[]
  shown: Shown
  query: CaseQuery
  onSort: (sort: string | undefined) => void
  /** What stands there when no case is found. */
  none: React.ReactNode
}

/** Height of a row, in px. */
const ROW = 32

/** The cases and their values as a sheet: read, sorted, and written over in place. */
export function Sheet({ variables: all, shown, query, onSort, none }: SheetProps) {
  const project = useProjectId()
  const may = useMay().change
  const { rows, total, see, error, reading, again } = useRows(project, query)
  const { hidden, widths } = shown
  const variables = useMemo(() => all.filter(({ id }) => !hidden.includes(id)), [all, hidden])
  const columns = useMemo(() => {
    const some = columnsOf(project, variables, may).filter(({ key }) => !hidden.includes(key))
    return some.map((column) => ({ ...column, width: widths[column.key] ?? column.width }))
  }, [project, variables, may, hidden, widths])
  const hand = useHand(variables, rows)
  if (error) return <Failure error={error} retry={again} />
  if (reading && !rows.length) return <Lines />
  if (!total) return none
  return (
    <DataGrid
      className="sheet"
      aria-label={m.cases_sheet()}
      aria-rowcount={total + 1}
      columns={columns}
      rows={rows}
      rowKeyGetter={({ id }) => id}
      rowHeight={ROW}
      headerRowHeight={ROW}
      sortColumns={sortOf(query.sort, all)}
      onSortColumnsChange={([by]) => onSort(by && sortedBy(by, all))}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        see(Math.floor(scrollTop / ROW) - 10, Math.ceil((scrollTop + clientHeight) / ROW) + 10)
      }
      onColumnResize={({ key }, width) => shown.widen(key, Math.round(width))}
      {...(may && { onRowsChange: hand.edit, onCellPaste: hand.paste })}
      onCellCopy={hand.copy}
    />
  )
}

/** What writing, copying and pasting do. */
function useHand(variables: readonly Variable[], rows: readonly Row[]) {
  const project = useProjectId()
  const change = useChangeCase(project)
  const set = useCells()
  const edit = (edited: Row[], { indexes: [at = 0], column }: RowsChangeData<Row>) => {
    const [was, { typed: text } = {}] = [rows[at], edited[at]]
    if (!was || !isRead(was) || text === undefined) return
    const variable = variables.find(({ id }) => id === column.key)
    if (variable) return set([{ one: was, variable, text }])
    const field = column.key === own.key ? 'key' : 'name'
    if (text.trim() !== was[field]) change.mutate({ seen: was, [field]: text }, { onError: toastError })
  }
  const copy = ({ row, column }: CellCopyArgs<Row>, event: React.ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData.setData('text/plain', asCell(textOf(row, column.key, variables)))
    announce(m.cases_copied())
  }
  const paste = ({ row, column }: CellPasteArgs<Row>, event: React.ClipboardEvent) => {
    const from = variables.findIndex(({ id }) => id === column.key)
    const at = rows.findIndex(({ id }) => id === row.id)
    const block = cellsIn(event.clipboardData.getData('text/plain'))
    if (from < 0) toast(m.cases_pasteOnVariables())
    else set(pasted(block, rows.slice(at), variables.slice(from)))
    return row
  }
  return { edit, copy, paste }
}

/** The cells that a block falls on: its first one on the first row and variable, what reaches over the edge on nothing. */
function pasted(block: readonly string[][], rows: readonly Row[], variables: readonly Variable[]): Setting[] {
  const settings = block.flatMap((line, down) => {
    const one = rows[down]
    if (!one || !isRead(one)) return []
    return line.flatMap((text, right): Setting[] => {
      const variable = variables[right]
      return variable ? [{ one, variable, text }] : []
    })
  })
  const lost = block.length - new Set(settings.map(({ one }) => one.id)).size
  if (lost) toast(m.cases_pastedOver({ n: lost }))
  return settings
}

function textOf(row: Row, key: string, variables: readonly Variable[]): string {
  if (!isRead(row)) return ''
  const variable = variables.find(({ id }) => id === key)
  if (variable) return typed(valueIn(row.values, variable))
  return key === own.kind ? row.kind : row[key === own.key ? 'key' : 'name']
}

const fields: readonly string[] = Object.values(own)

/** The order of a query as the sheet marks it, by the key of its column. */
function sortOf(sort: string | undefined, variables: readonly Variable[]): SortColumn[] {
  if (!sort) return []
  const name = sort.replace(/^-/, '')
  const key = variables.find((one) => one.name === name)?.id ?? name
  return [{ columnKey: key, direction: sort.startsWith('-') ? 'DESC' : 'ASC' }]
}

const sortedBy = ({ columnKey, direction }: SortColumn, variables: readonly Variable[]): string => {
  const name = fields.includes(columnKey) ? columnKey : variables.find(({ id }) => id === columnKey)?.name
  return `${direction === 'DESC' ? '-' : ''}${name}`
}
