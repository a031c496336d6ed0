import { ink } from './inks'
import type { Rows } from './layout'
import { LINE } from './text'

/** The names of rows, at the left of what is drawn. */
export function RowNames({ of: { rows } }: { of: Rows }) {
  return rows.map(({ lines, y }) =>
    lines.map((line, i) => (
      <text key={`${y}-${line}`} x={0} y={y + (i - (lines.length - 1) / 2) * LINE} dy="0.34em" fill={ink('ink')}>
        {line}
      </text>
    )),
  )
}
