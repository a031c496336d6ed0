import { Thread } from '../kit/marks'
import type { Choice } from './facets'

interface TickProps {
  choice: Choice
  checked: boolean
  onToggle: (value: string) => void
}

/** A choice that narrows, or does not. */
export function Tick({ choice: { value, name, color, count, of }, checked, onToggle }: TickProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={() => onToggle(value)} />
      <span className="cut" title={name}>
        {color ? <Thread color={color} /> : null}
        <span className="cut">{name}</span>
      </span>
      {count === undefined ? null : <span className="n">{of === undefined ? count : `${count} / ${of}`}</span>}
    </label>
  )
}
