import { useState } from 'react'
import { TextField } from '../kit/fields'

interface LineProps {
  label: string
  hint?: string
  text: string
  may: boolean
  error?: string
  /** Takes what was written when the hand leaves, or with Enter. */
  onKeep: (text: string) => void
}

/** A line that is kept when one leaves it; Esc gives back what stood there. */
export function Line({ label, hint, text, may, error, onKeep }: LineProps) {
  const [written, write] = useState<string>()
  const keep = () => {
    if (written !== undefined && written.trim() !== text) onKeep(written.trim())
    write(undefined)
  }
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      value={written ?? text}
      readOnly={!may}
      onChange={(event) => write(event.target.value)}
      onBlur={keep}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur()
        if (key === 'Escape') write(undefined)
      }}
    />
  )
}
