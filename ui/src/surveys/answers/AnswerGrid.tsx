import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import { type CellKeyboardEvent, type CellKeyDownArgs, DataGrid, type DataGridHandle } from 'react-data-grid'
import type { Answer, Survey } from '../../api/names'
import { useProjectId } from '../../app/project'
import { pressed } from '../../commands/keys'
import { m } from '../../paraglide/messages'
import { preferences } from '../../settings/preferences'
import type { Asked } from './Answers'
import { answerWidth, columnsOf, sortedBy, sortOf } from './columns'
import { heightOf } from './rows'
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

/** The answers, a row each. Space ticks, Shift and the arrows tick on; the other keys are those of lists. */
export function AnswerGrid(props: AnswerGridProps) {
  const { survey, query, rows, ticked, onTick, onSort, onCurrent } = props
  const project = useProjectId()
  const shown = query.show?.join('\n') ?? ''
  const width = answerWidth(useWidth(props.ref), query.show?.length ?? 0)
  const columns = useMemo(
    () => columnsOf({ project, survey, shown: shown ? shown.split('\n') : [], width }),
    [project, survey, shown, width],
  )
  return (
    <DataGrid
      ref={props.ref}
      className="sheet answers-grid"
      aria-label={m.surveys_answers()}
      columns={columns}
      rows={rows}
      rowKeyGetter={({ response }) => response}
      rowHeight={(row) => heightOf(row, width)}
      headerRowHeight={32}
      selectedRows={ticked}
      onSelectedRowsChange={onTick}
      sortColumns={sortOf(query.sort)}
      onSortColumnsChange={([by]) => onSort(by && sortedBy(by))}
      onSelectedCellChange={({ row }) => row && onCurrent(row.response)}
      onCellKeyDown={(args, event) => onKey(args, event, props)}
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
): void {
  const key = pressed(event)
  const step = { 'Shift+Down': 1, 'Shift+Up': -1 }[key]
  const next = step && rows[rowIdx + step]
  const own = keys.get(key)
  if (next && args.mode === 'SELECT') {
    onTick(new Set([...ticked, row.response, next.response]))
    args.selectCell({ rowIdx: rowIdx + step, idx: args.column.idx }, { shouldFocusCell: true })
  } else if (key === ' ' && row) onTick(toggled(ticked, row.response))
  else if (key === 'Escape' && ticked.size) onTick(new Set())
  else if (own && (key.length > 1 || preferences().singleKeys)) own()
  else return
  event.preventGridDefault()
  event.preventDefault()
  event.stopPropagation() // c, u and n mean the same elsewhere on the page
}

function toggled(ticked: ReadonlySet<string>, response: string): ReadonlySet<string> {
  const next = new Set(ticked)
  if (!next.delete(response)) next.add(response)
  return next
}
