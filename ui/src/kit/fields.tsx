import { type ComponentProps, type ReactNode, type Ref, useId } from 'react'
import { Icon } from './marks'

interface FieldProps {
  label: string
  hint?: string
  error?: string
}

function Frame({ id, label, hint, error, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {error ? (
        <span className="err" id={`${id}-more`}>
          <Icon name="stop" small />
          {error}
        </span>
      ) : hint ? (
        <span className="hint" id={`${id}-more`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}

const described = (id: string, { hint, error }: FieldProps) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': hint || error ? `${id}-more` : undefined,
})

/** A line to write in, its label above it, what is wrong below. */
export function TextField({ label, hint, error, ...input }: FieldProps & ComponentProps<'input'>) {
  const id = useId()
  return (
    <Frame {...{ id, label, hint, error }}>
      <input className="input" {...described(id, { label, hint, error })} {...input} />
    </Frame>
  )
}

/** Several lines to write in. */
export function ProseField({ label, hint, error, ...area }: FieldProps & ComponentProps<'textarea'>) {
  const id = useId()
  return (
    <Frame {...{ id, label, hint, error }}>
      <textarea className="input" rows={3} {...described(id, { label, hint, error })} {...area} />
    </Frame>
  )
}

interface SelectProps extends FieldProps {
  value: string
  options: readonly { value: string; name: string }[]
  onChange: (value: string) => void
  disabled?: boolean
}

export function SelectField({ label, hint, error, value, options, onChange, disabled }: SelectProps) {
  const id = useId()
  return (
    <Frame {...{ id, label, hint, error }}>
      <select
        className="select"
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        {...described(id, { label, hint, error })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </Frame>
  )
}

interface SegmentedProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; name: string }[]
  onChange: (value: T) => void
}

/** A few choices side by side, one of them pressed. */
export function Segmented<T extends string>({ label, value, options, onChange }: SegmentedProps<T>) {
  return (
    <fieldset className="seg" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.name}
        </button>
      ))}
    </fieldset>
  )
}

interface CheckProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  disabled?: boolean
  ref?: Ref<HTMLInputElement>
}

export function Check({ checked, onChange, children, disabled, ref }: CheckProps) {
  return (
    <label className="check">
      <input
        ref={ref}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(e) => onChange(e.target.checked)}
      />
      {children}
    </label>
  )
}
