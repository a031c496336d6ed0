import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type CellKeyboardEvent, type CellKeyDownArgs, DataGrid, type DataGridHandle } from 'react-data-grid'
import type { Answer, Survey } from '../../api/names'
import { useCodebook, useProjectId } from '../../app/project'
import { pressed } from '../../commands/keys'
import { m } from '../../paraglide/messages'
import { preferences } from '../../settings/preferences'
import type { Asked } from './Answers'
import { answerWidth, columnsOf, sortedBy, sortOf } from './columns'
import { heightOf, linesOf } from './rows'
import 'react-data-grid/lib/styles.css'

interface AnswerGridProps {
  ref: RefObject<DataGridHandle | null>
  survey: Survey
  query: Asked
  rows: readonly Answer[]
  ticked: ReadonlySet<string>
  onTick: (ticked: ReadonlySet<string>) => void
  onSort: (sort: string | undefined) => void
  onCurrent: (response: string) => void
  /** What a key does with the rows that are ticked, or with the one that has the focus. */
  keys: ReadonlyMap<string, () => void>
}

/** The answers, a row each. Space ticks, with Shift all from the last one, Shift and the arrows on the way. */
export function AnswerGrid(props: AnswerGridProps) {
  const { survey, query, rows, ticked, onTick, onSort, onCurrent } = props
  const project = useProjectId()
  const book = useCodebook()
  const shown = query.show?.join('\n') ?? ''
  const width = answerWidth(useWidth(props.ref), query.show?.length ?? 0)
  const lines = useMemo(() => linesOf(rows, width), [rows, width])
  const columns = useMemo(
    () => columnsOf({ project, survey, book, shown: shown ? shown.split('\n') : [], lines }),
    [project, survey, book, shown, lines],
  )
  const from = useRef('')
  return (
    <DataGrid
      ref={props.ref}
      className="sheet answers-grid"
      aria-label={m.surveys_answers()}
      columns={columns}
      rows={rows}
      rowKeyGetter={({ response }) => response}
      rowHeight={heightOf(lines)}
      headerRowHeight={32}
      selectedRows={ticked}
      onSelectedRowsChange={onTick}
      sortColumns={sortOf(query.sort)}
      onSortColumnsChange={([by]) => onSort(by && sortedBy(by))}
      onSelectedCellChange={({ row }) => row && onCurrent(row.response)}
      onCellKeyDown={(args, event) => onKey(args, event, props, from)}
    />
  )
}

/** The width of a grid, in px. */
function useWidth(grid: RefObject<DataGridHandle | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = grid.current?.element
    if (!element) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    setWidth(element.clientWidth)
    return () => watch.disconnect()
  }, [grid])
  return width
}

function onKey(
  { row, rowIdx, ...args }: CellKeyDownArgs<Answer>,
  event: CellKeyboardEvent,
  { rows, ticked, onTick, keys }: AnswerGridProps,
  /** The answer that was ticked last, where a range of ticks begins. */
  from: RefObject<string>,
): void {
  const key = pressed(event)
  const step = { 'Shift+Down': 1, 'Shift+Up': -1 }[key]
  const next = step && rows[rowIdx + step]
  const own = keys.get(key)
  if (next && args.mode === 'SELECT') {
    onTick(new Set([...ticked, row.response, next.response]))
    args.selectCell({ rowIdx: rowIdx + step, idx: args.column.idx }, { shouldFocusCell: true })
  } else if (key === ' ' && row && event.shiftKey) onTick(new Set([...ticked, ...between(rows, from.current, row)]))
  else if (key === ' ' && row) {
    from.current = row.response
    onTick(toggled(ticked, row.response))
  } else if (key === 'Escape' && ticked.size) onTick(new Set())
  else if (own && (key.length > 1 || preferences().singleKeys)) own()
  else return
  event.preventGridDefault()
  event.preventDefault()
  event.stopPropagation() // c, u and n mean the same elsewhere on the page
}

/** The answers from one to another, whichever comes first. */
function between(rows: readonly Answer[], from: string, to: Answer): string[] {
  const ends = [rows.findIndex(({ response }) => response === from), rows.indexOf(to)].sort((a, b) => a - b)
  const [first = -1, last = -1] = ends
  return first < 0 ? [to.response] : rows.slice(first, last + 1).map(({ response }) => response)
}

function toggled(ticked: ReadonlySet<string>, response: string): ReadonlySet<string> {
  const next = new Set(ticked)
  if (!next.delete(response)) next.add(response)
  return next
}
