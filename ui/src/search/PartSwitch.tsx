import { type Part, parts } from '../data/search'
import { m } from '../paraglide/messages'

const names: Record<Part, () => string> = { common: m.search_partCommon, whole: m.search_partWhole }

interface PartSwitchProps {
  value: Part
  onChange: (part: Part) => void
}

/** Whether the turns show the words that two passages share or both passages, each with a picture of it. */
export const PartSwitch = ({ value, onChange }: PartSwitchProps) => (
  <fieldset className="seg part-switch" aria-label={m.search_partShown()}>
    {parts.map((part) => (
      <button key={part} type="button" aria-pressed={part === value} onClick={() => onChange(part)}>
        <Picture part={part} />
        {names[part]()}
      </button>
    ))}
  </fieldset>
)

/** Two passages one over the other; what of them is shown is filled. */
const Picture = ({ part }: { part: Part }) => (
  <svg viewBox="0 0 30 16" aria-hidden="true">
    <path className="filled" d={part === 'common' ? 'M11 2h8v4h-8zM11 10h8v4h-8z' : 'M1 2h18v4H1zM11 10h18v4H11z'} />
    <path className="outline" d="M1 2h18v4H1zM11 10h18v4H11z" />
  </svg>
)
