import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { pressed } from '../commands/keys'

interface MemoFieldProps {
  label: string
  body?: string
  onSave: (body: string) => void
  onClose: () => void
}

/** Where a memo is written. Ctrl Enter saves it, Esc leaves it. */
export function MemoField({ label, body = '', onSave, onClose }: MemoFieldProps) {
  const [draft, setDraft] = useState(body)
  const field = useRef<HTMLTextAreaElement>(null)
  const said = draft.trim()
  useEffect(() => field.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const key = pressed(event)
    if (key === 'Mod+Enter' && said) onSave(said)
    else if (key === 'Escape') onClose()
    else return
    event.preventDefault()
  }
  return (
    <form
      className="memo-field"
      onSubmit={(event) => {
        event.preventDefault()
        if (said) onSave(said)
      }}
    >
      <textarea
        className="input serif"
        ref={field}
        rows={5}
        aria-label={label}
        placeholder="What do these words make you think?"
        value={draft}
        onChange={(e) => setDraft(e.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="row tight">
        <button type="submit" className="btn primary sm" disabled={!said}>
          Save
        </button>
        <button type="button" className="btn quiet sm" onClick={onClose}>
          Cancel
        </button>
        <span className="cap push">
          <kbd>Ctrl</kbd> <kbd>↵</kbd>
        </span>
      </div>
    </form>
  )
}
