import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useMe } from '../app/project'
import { readDraft, writeDraft } from '../kit/drafts'
import { m } from '../paraglide/messages'

interface Keeping {
  value: string
  onChange: (event: { target: { value: string } }) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** A value, and what it is a part of. */
interface Seen<T> {
  value: string
  of: T
}

interface KeptProps<T> extends Seen<T> {
  /** What the value is called among all that can be written. */
  name: string
  /** Saves on top of the state that was seen when writing began, and says whether it is saved. */
  onSave: (value: string, seen: T) => Promise<boolean>
  children: (kept: Keeping) => ReactNode
}

/**
 * Keeps what is written until the field is left and it is saved, whatever others write meanwhile; Esc takes it back.
 * What could not be saved stays in the field, also when one comes back to it later in this browser.
 */
export function Kept<T>({ value, of, name, onSave, children }: KeptProps<T>) {
  const me = useMe().id
  const [left, setLeft] = useState(() => readDraft<{ text: string; seen: Seen<T> }>(me, name))
  const [draft, setDraft] = useState(left?.text ?? value)
  const begun = useRef(left?.seen ?? { value, of })
  const latest = useRef({ value, of })
  const isSaving = useRef(false)
  useEffect(() => {
    latest.current = { value, of }
    if (isSaving.current || draft !== begun.current.value) return
    begun.current = { value, of }
    setDraft(value)
  }, [value, of, draft])
  const settle = (text: string) => {
    begun.current = latest.current
    setDraft((now) => (now === text ? latest.current.value : now))
    setLeft(undefined)
    writeDraft(me, name)
  }
  const save = async () => {
    const text = draft.trim()
    if (isSaving.current || text === begun.current.value) return
    isSaving.current = true
    const isSaved = await onSave(text, begun.current.of)
    isSaving.current = false
    if (isSaved) return settle(draft)
    const unsaved = { text: draft, seen: begun.current }
    setLeft(unsaved)
    writeDraft(me, name, unsaved)
  }
  const field = children({
    value: draft,
    onChange: (event) => setDraft(event.target.value),
    onBlur: () => void save(),
    onKeyDown(event) {
      if (event.key === 'Escape') {
        setDraft(latest.current.value)
        settle(latest.current.value)
      }
      const ends =
        event.key === 'Enter' && (event.currentTarget instanceof HTMLInputElement || event.ctrlKey || event.metaKey)
      if (ends) event.currentTarget.blur()
    },
  })
  return (
    <>
      {field}
      {left ? <Unsaved onSave={() => void save()} /> : null}
    </>
  )
}

/** Says that what stands in the field is not what the others see. */
function Unsaved({ onSave }: { onSave: () => void }) {
  return (
    <p className="row tight cap">
      {m.codes_notSaved()}
      <button type="button" className="btn sm quiet" onClick={onSave}>
        {m.codes_saveAgain()}
      </button>
    </p>
  )
}
