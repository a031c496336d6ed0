import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Memo } from '../api/names'
import { Refusal } from '../api/refusal'
import { memoKinds } from '../data/memos'
import { ProseField, Segmented, TextField } from '../kit/fields'
import { Failure } from '../kit/states'

type Kind = (typeof memoKinds)[number]
export type Typed = { kind: Kind; title: string; body: string }

interface MemoFormProps {
  memo?: Memo
  action: string
  error: unknown
  onSave: (typed: Typed) => void
  onClose: () => void
  /** What stands before the fields. */
  children?: ReactNode
}

const kinds = memoKinds.map((kind) => ({ value: kind, name: kind.charAt(0).toUpperCase() + kind.slice(1) }))

/** Where a memo is written. Ctrl Enter saves it, Esc leaves it. */
export function MemoForm({ memo, action, error, onSave, onClose, children }: MemoFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<Typed>({
    kind: (memo?.kind as Kind) ?? 'analytic',
    title: memo?.title ?? '',
    body: memo?.body ?? '',
  })
  const fields = error instanceof Refusal ? error.fields : {}
  const isEmpty = !typed.body.trim() && !typed.title.trim()
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && memo) onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty) onSave(typed)
  }
  return (
    <form
      className="stack memo-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(typed)
      }}
    >
      {error && !Object.keys(fields).length ? <Failure error={error} /> : null}
      {children}
      <Segmented label="Kind" value={typed.kind} options={kinds} onChange={(kind) => setTyped({ ...typed, kind })} />
      <TextField
        label="Title"
        error={fields.title}
        value={typed.title}
        onChange={(event) => setTyped({ ...typed, title: event.target.value })}
      />
      <ProseField
        label="Memo"
        rows={6}
        error={fields.body}
        value={typed.body}
        onChange={(event) => setTyped({ ...typed, body: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <div className="row tight">
        <button type="submit" className="btn primary" disabled={isEmpty}>
          {action}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  )
}
