import { useState } from 'react'
import type { TableFound, TableRule } from '../api/names'
import { Check, SelectField, TextField } from '../kit/fields'
import { m } from '../paraglide/messages'
import type { Batch } from './batch'
import type { Candidate } from './candidate'
import type { State } from './state'
import { alike, tableOf } from './table'

interface TableProps {
  batch: Batch
  state: State
  one: Candidate
}

const rowKinds = [
  { value: 'turn', name: m.adding_eachTurn },
  { value: 'answer', name: m.adding_eachAnswer },
  { value: 'source', name: m.adding_eachSource },
] as const

/** How the rows of a table are read; every change reads it anew. */
export function Table({ batch, state, one }: TableProps) {
  const [all, setAll] = useState(false)
  const { tables, table, rule } = tableOf(one)
  const others = alike(one, state.files)
  if (!table || !rule) return null
  const read = (next: TableRule) => batch.tabulate(all ? [one.id, ...others] : [one.id], next)
  const share = (now: boolean) => {
    setAll(now)
    if (now) batch.tabulate(others, rule)
  }
  return (
    <div className="blk">
      <h3>{m.adding_table()}</h3>
      <div className="imp-two">
        {tables.length > 1 ? <Sheet tables={tables} rule={rule} onRule={read} /> : null}
        <SelectField
          label={m.adding_each()}
          value={rule.each}
          options={rowKinds.map(({ value, name }) => ({ value, name: name() }))}
          onChange={(each) => read({ ...rule, each: each as TableRule['each'] })}
        />
        <TextField
          label={m.adding_headerRows()}
          type="number"
          min={0}
          max={20}
          value={rule.header}
          onChange={({ target }) => target.value && read({ ...rule, header: target.valueAsNumber })}
        />
      </div>
      <Columns columns={table.columns} rule={rule} onRule={read} />
      {others.length ? (
        <Check checked={all} onChange={share}>
          {m.adding_tableForOthers({ n: others.length })}
        </Check>
      ) : null}
    </div>
  )
}

interface RuleProps {
  rule: TableRule
  onRule: (rule: TableRule) => void
}

/** Another sheet begins with what was guessed of it. */
const Sheet = ({ tables, rule, onRule }: RuleProps & { tables: readonly TableFound[] }) => (
  <SelectField
    label={m.adding_sheet()}
    value={rule.sheet ?? ''}
    options={tables.map(({ sheet = '' }) => ({ value: sheet, name: sheet }))}
    onChange={(sheet) => onRule(tables.find((one) => one.sheet === sheet)?.guess ?? rule)}
  />
)

function Columns({ columns, rule, onRule }: RuleProps & { columns: readonly string[] }) {
  const named = columns.map((name, at) => ({ value: String(at), name }))
  const none = [{ value: '', name: m.adding_noColumn() }, ...named]
  const optional = (key: 'speaker' | 'time' | 'title', label: string) => (
    <SelectField
      label={label}
      value={rule[key]?.toString() ?? ''}
      options={none}
      onChange={(at) => onRule({ ...rule, [key]: at ? Number(at) : undefined })}
    />
  )
  return (
    <div className="imp-two">
      <SelectField
        label={m.adding_textColumn()}
        value={String(rule.text)}
        options={named}
        onChange={(at) => onRule({ ...rule, text: Number(at) })}
      />
      {optional('speaker', m.adding_speakerColumn())}
      {rule.each === 'source' ? optional('title', m.adding_titleColumn()) : optional('time', m.adding_timeColumn())}
    </div>
  )
}
