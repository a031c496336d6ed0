import type { FormEvent, ReactNode } from 'react'
import { TextField } from '../kit/fields'
import { m } from '../paraglide/messages'

interface FormProps {
  children: ReactNode
  /** Whether there is something to be written. */
  isReady: boolean
  isNew: boolean
  onSubmit: () => void
}

/** Brings the keys into a form that takes the place of what they were in. */
export const focusIn = (form: HTMLElement | null) => form?.querySelector<HTMLElement>('input, select')?.focus()

/** The form of a part. */
export function Form({ children, isReady, isNew, onSubmit }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) onSubmit()
  }
  return (
    <form onSubmit={submit} ref={focusIn}>
      {children}
      <button type="submit" className="btn primary" disabled={!isReady}>
        {isNew ? m.search_partAdd() : m.search_partChange()}
      </button>
    </form>
  )
}

interface ApartProps {
  label: string
  least: number
  value: string
  onChange: (value: string) => void
}

/** The most words or turns that may lie between. */
const MOST = 100

/** Whether a text is as many words or turns as may lie between. */
export const isCount = (text: string, least: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= MOST

/** How many words or turns may lie between. */
export const Apart = ({ label, least, value, onChange }: ApartProps) => (
  <TextField
    label={label}
    type="number"
    min={least}
    max={MOST}
    value={value}
    onChange={({ target }) => onChange(target.value)}
  />
)
