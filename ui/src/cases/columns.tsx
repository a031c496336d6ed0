import { Link } from '@tanstack/react-router'
import type { Column } from 'react-data-grid'
import type { Variable } from '../api/names'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { CellEditor, LineEditor } from './CellEditor'
import { kindName } from './names'
import { isRead, type Row } from './useRows'
import { isMissing, shown, valueIn } from './values'

/** The columns of what every case has; the others are variables, and their keys ids. */
export const own = { name: 'name', key: 'key', kind: 'kind', ties: 'ties' } as const

/** The columns of the sheet: what every case has, then its variables in order. */
export const columnsOf = (project: string, variables: readonly Variable[], may: boolean): Column<Row>[] => [
  nameColumn(project, may),
  { ...textColumn('key', m.cases_key(), may), width: 120 },
  {
    key: own.kind,
    name: m.cases_kind(),
    width: 90,
    sortable: true,
    resizable: true,
    renderCell: ({ row }) => (isRead(row) ? kindName(row.kind) : null),
  },
  ...variables.map((variable) => variableColumn(variable, may)),
]

/** A text of the case itself, written over in place. */
function textColumn(field: 'name' | 'key', name: string, may: boolean): Column<Row> {
  return {
    key: field,
    name,
    sortable: true,
    resizable: true,
    renderCell: ({ row }) => (isRead(row) ? row[field] : null),
    ...(may && {
      renderEditCell: ({ row, onRowChange, onClose }) =>
        isRead(row) ? (
          <LineEditor
            label={name}
            text={row.typed ?? row[field]}
            onChange={(text) => onRowChange({ ...row, typed: text })}
            leave={() => onClose(true, false)}
          />
        ) : null,
    }),
  }
}

/** The names stay in sight while the others are scrolled; each leads to the page of its case. */
function nameColumn(project: string, may: boolean): Column<Row> {
  return {
    ...textColumn('name', m.cases_name(), may),
    frozen: true,
    width: 240,
    renderCell: ({ row, tabIndex }) =>
      isRead(row) ? (
        <span className="case-name">
          <span className="cut" title={row.name}>
            {row.name}
          </span>
          <Link
            to="/p/$project/cases/$case"
            params={{ project, case: row.id }}
            className="btn icon quiet sm push"
            tabIndex={tabIndex}
            aria-label={m.cases_open({ name: row.name })}
            title={m.cases_open({ name: row.name })}
          >
            <Icon name="chev" small />
          </Link>
        </span>
      ) : (
        <i className="skel" />
      ),
  }
}

function variableColumn(variable: Variable, may: boolean): Column<Row> {
  const number = variable.kind === 'integer' || variable.kind === 'decimal'
  const name = variable.unit ? m.cases_inUnit({ name: variable.name, unit: variable.unit }) : variable.name
  return {
    key: variable.id,
    name: (
      <span className="cut" title={variable.label || name}>
        {name}
      </span>
    ),
    width: number ? 140 : 160,
    sortable: true,
    resizable: true,
    cellClass: number ? 'num' : undefined,
    renderCell: ({ row }) => (isRead(row) ? <Shown variable={variable} row={row} /> : null),
    editable: (row) => may && isRead(row) && (variable.of === 'both' || variable.of === row.kind),
    renderEditCell: (props) => <CellEditor variable={variable} {...props} />,
    editorOptions: { closeOnExternalRowChange: false },
  }
}

/** A value; one that counts as missing stands back, and what a case can't have is a dash. */
function Shown({ variable, row }: { variable: Variable; row: Row }) {
  if (!isRead(row)) return null
  if (variable.of !== 'both' && variable.of !== row.kind) return <span className="soft">{m.cases_notOf()}</span>
  const value = valueIn(row.values, variable)
  const text = shown(variable, value)
  if (isMissing(variable, value))
    return (
      <i className="soft" title={m.cases_countsAsMissing()}>
        {text}
      </i>
    )
  return <span title={text.length > 20 ? text : undefined}>{text}</span>
}
