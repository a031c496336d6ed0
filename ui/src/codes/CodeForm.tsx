import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Code, CodeChange } from '../api/names'
import { Refusal, sentenceOf } from '../api/refusal'
import { useProjectId } from '../app/project'
import { useChangeCode } from '../data/codes'
import { Check, ProseField, TextField } from '../kit/fields'
import { DyePicker } from './DyePicker'

const proses = [
  { field: 'definition', label: 'Definition', placeholder: 'What the code means, in a sentence' },
  { field: 'include', label: 'Include when', placeholder: 'What else belongs here' },
  { field: 'exclude', label: 'Exclude when', placeholder: 'What doesn’t, and where it goes' },
  { field: 'example', label: 'Example', placeholder: 'A typical passage' },
] as const

/** What a code is called, looks like and means. Each field is saved when it is left. */
export function CodeForm({ code }: { code: Code }) {
  const change = useChangeCode(useProjectId())
  const save = (what: CodeChange) => change.mutate({ seen: code, ...what })
  const sent = Object.keys(change.variables ?? {})
  const errorOf = (field: string): string | undefined => {
    if (!change.error || !sent.includes(field)) return undefined
    return (change.error instanceof Refusal && change.error.fields[field]) || sentenceOf(change.error)
  }
  return (
    <div className="stack">
      <Kept value={code.name} onSave={(name) => save({ name })}>
        {(kept) => <TextField label="Name" id="code-name" error={errorOf('name')} {...kept} />}
      </Kept>
      <DyePicker color={code.color} onChange={(color) => save({ color })} />
      <Check checked={code.codable} onChange={(codable) => save({ codable })}>
        <span>
          Passages can be coded with it
          <span className="cap block">Without this it is a heading that groups the codes under it.</span>
        </span>
      </Check>
      {proses.map(({ field, label, placeholder }) => (
        <Kept key={field} value={code[field]} onSave={(text) => save({ [field]: text })}>
          {(kept) => <ProseField label={label} placeholder={placeholder} error={errorOf(field)} {...kept} />}
        </Kept>
      ))}
    </div>
  )
}

interface Keeping {
  value: string
  onChange: (event: { target: { value: string } }) => void
  onBlur: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Keeps what is written until the field is left; Esc takes it back. */
function Kept({
  value,
  onSave,
  children,
}: {
  value: string
  onSave: (value: string) => void
  children: (kept: Keeping) => React.ReactNode
}) {
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
