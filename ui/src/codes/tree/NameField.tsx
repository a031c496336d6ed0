import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { m } from '../../paraglide/messages'

/** A name being changed in its place. Enter and leaving keep it, Esc gives the old one back. */
export function NameField({ name, onDone }: { name: string; onDone: (name: string) => void }) {
  const [draft, setDraft] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    onDone(event.key === 'Enter' ? draft.trim() || name : name)
  }
  return (
    <input
      className="input name"
      ref={field}
      value={draft}
      aria-label={m.codes_newName({ code: name })}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => onDone(draft.trim() || name)}
    />
  )
}
