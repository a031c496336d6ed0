import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'

interface Keeping {
  value: string
  onChange: (event: { target: { value: string } }) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

interface KeptProps {
  value: string
  onSave: (value: string) => void
  children: (kept: Keeping) => ReactNode
}

/** Keeps what is written until the field is left; Esc takes it back. */
export function Kept({ value, onSave, children }: KeptProps) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  return children({
    value: draft,
    onChange: (event) => setDraft(event.target.value),
    onBlur: () => draft.trim() !== value && onSave(draft.trim()),
    onKeyDown: (event) => {
      if (event.key === 'Escape') setDraft(value)
      const ends =
        event.key === 'Enter' && (event.currentTarget instanceof HTMLInputElement || event.ctrlKey || event.metaKey)
      if (ends) event.currentTarget.blur()
    },
  })
}
