import { type KeyboardEvent, useState } from 'react'
import { ProseField, TextField } from '../kit/fields'

interface LineProps {
  label: string
  hint?: string
  text: string
  may: boolean
  error?: string
  /** Id of a list of what is usual. */
  list?: string
  /** It may be of several lines. */
  long?: boolean
  /** Takes what was written when the hand leaves, or a line with Enter. */
  onKeep: (text: string) => void
}

/** A line that is kept when one leaves it; Esc gives back what stood there. */
export function Line({ label, hint, text, may, error, list, long, onKeep }: LineProps) {
  const [written, write] = useState<string>()
  const keep = () => {
    if (written !== undefined && written.trim() !== text) onKeep(written.trim())
    write(undefined)
  }
  const field = {
    label,
    hint,
    error,
    value: written ?? text,
    readOnly: !may,
    onChange: ({ target }: { target: { value: string } }) => write(target.value),
    onBlur: keep,
    onKeyDown: ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
      if (key === 'Enter' && !long) currentTarget.blur()
      if (key === 'Escape') write(undefined)
    },
  }
  return long ? <ProseField rows={2} {...field} /> : <TextField list={list} {...field} />
}
