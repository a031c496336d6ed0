import type { KeyboardEvent } from 'react'
import type { RenderEditCellProps } from 'react-data-grid'
import type { Variable } from '../api/names'
import { choicesOf } from './options'
import { isRead, type Row } from './useRows'
import { chosenIn, toggled, typed, valueIn } from './values'

interface EditorProps {
  label: string
  text: string
  /** Takes what stands in it; `done` leaves the cell. */
  onChange: (text: string, done?: boolean) => void
  leave: () => void
}

/** Where a text, a number or a date is typed over what stands in a cell. */
export function LineEditor({ label, text, onChange, leave }: EditorProps) {
  return (
    <input
      className="input cell-editor"
      // biome-ignore lint/a11y/noAutofocus: the cell was opened to be written in
      autoFocus
      aria-label={label}
      value={text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => onChange(event.target.value)}
      onBlur={leave}
    />
  )
}

interface ChoiceProps extends EditorProps {
  choices: readonly { value: string; name: string }[]
}

/** One of a few. */
function ChoiceEditor({ label, text, choices, onChange, leave }: ChoiceProps) {
  return (
    <select
      className="select cell-editor"
      // biome-ignore lint/a11y/noAutofocus: the cell was opened to be chosen in
      autoFocus
      aria-label={label}
      value={text}
      onChange={(event) => onChange(event.target.value, true)}
      onBlur={leave}
    >
      <option value="" />
      {choices.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** Several of a few: each to tick. */
function SeveralEditor({ label, text, choices, onChange, leave }: ChoiceProps) {
  const chosen = chosenIn(text)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onChange(text, true)
    if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation()
  }
  const onBlur = (event: React.FocusEvent<HTMLFieldSetElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) leave()
  }
  return (
    <fieldset className="pop cell-ticks" aria-label={label} onKeyDown={onKeyDown} onBlur={onBlur}>
      {choices.map(({ value, name }, i) => (
        <label className="check" key={value}>
          <input
            type="checkbox"
            // biome-ignore lint/a11y/noAutofocus: the cell was opened to be ticked in
            autoFocus={i === 0}
            checked={chosen.includes(value)}
            onChange={() => onChange(toggled(text, value))}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

/** What stands in a cell, to be written over as its variable wants it. */
export function CellEditor({ variable, row, onRowChange, onClose }: RenderEditCellProps<Row> & { variable: Variable }) {
  if (!isRead(row)) return null
  const editor = {
    label: variable.name,
    text: row.typed ?? typed(valueIn(row.values, variable)),
    onChange: (text: string, done = false) => onRowChange({ ...row, typed: text }, done),
    leave: () => onClose(true, false),
  }
  const choices = choicesOf(variable)
  if (!choices.length) return <LineEditor {...editor} />
  const Editor = variable.kind === 'several' ? SeveralEditor : ChoiceEditor
  return <Editor {...editor} choices={choices} />
}
