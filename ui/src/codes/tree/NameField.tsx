import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { m } from '../../paraglide/messages'

interface NameFieldProps {
  /** What the code is called now. */
  code: string
  /** What stands in the field first. */
  name: string
  onDone: (name: string) => void
}

/** A name being changed in its place. Enter and leaving keep it, Esc gives the old one back; the focus goes to its row. */
export function NameField({ code, name, onDone }: NameFieldProps) {
  const [draft, setDraft] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  const finish = (kept: string) => {
    if (done.current) return
    done.current = true
    onDone(kept)
  }
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    finish(event.key === 'Enter' ? draft.trim() || code : code)
    event.currentTarget.closest<HTMLElement>('[role=treeitem]')?.focus()
  }
  return (
    <input
      className="input name"
      ref={field}
      value={draft}
      aria-label={m.codes_newName({ code })}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => finish(draft.trim() || code)}
    />
  )
}
