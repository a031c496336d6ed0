import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'

interface Keeping {
  value: string
  onChange: (event: { target: { value: string } }) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

interface KeptProps<T> {
  value: string
  /** What the value is a part of. */
  of: T
  /** Saves on top of the state that was seen when writing began. */
  onSave: (value: string, seen: T) => void
  children: (kept: Keeping) => ReactNode
}

/** Keeps what is written until the field is left, whatever others write meanwhile; Esc takes it back. */
export function Kept<T>({ value, of, onSave, children }: KeptProps<T>) {
  const [draft, setDraft] = useState(value)
  const begun = useRef({ value, of })
  useEffect(() => {
    if (draft !== begun.current.value) return
    begun.current = { value, of }
    setDraft(value)
  }, [value, of, draft])
  return children({
    value: draft,
    onChange: (event) => setDraft(event.target.value),
    onBlur() {
      const { value: before, of: seen } = begun.current
      begun.current = { value: draft, of }
      if (draft.trim() !== before) onSave(draft.trim(), seen)
    },
    onKeyDown(event) {
      if (event.key === 'Escape') setDraft(begun.current.value)
      const ends =
        event.key === 'Enter' && (event.currentTarget instanceof HTMLInputElement || event.ctrlKey || event.metaKey)
      if (ends) event.currentTarget.blur()
    },
  })
}
