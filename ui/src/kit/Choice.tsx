export interface Option {
  value: string
  name: string
}

interface ChoiceProps {
  label: string
  value: string
  /** What no choice is called, where none is a choice. */
  any?: string
  options: readonly Option[]
  onChange: (value: string) => void
}

/** One of a few, in a line with others. */
export function Choice({ label, value, any, options, onChange }: ChoiceProps) {
  return (
    <select
      className="select inline"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {any ? <option value="">{any}</option> : null}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  )
}
