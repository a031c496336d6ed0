import { useEffect, useRef, useState } from 'react'
import { useOptions } from '../kit/useOptions'
import { m } from '../paraglide/messages'
import { ThingName } from './ThingName'
import { type Thing, useThings } from './things'

interface ThingPickerProps {
  label: string
  /** Those that can't be chosen. */
  without: readonly string[]
  onChoose: (thing: Thing) => void
  onClose: () => void
}

/** How many things are offered at once. */
const MOST = 10

/** Finds a code, a source, a case, a strand, a passage or the project by a few letters. */
export function ThingPicker({ label, without, onChoose, onClose }: ThingPickerProps) {
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const found = useThings(typed)
    .filter(({ id }) => !without.includes(id))
    .slice(0, MOST)
  const { field, list, option, restart } = useOptions({ items: found, onChoose })
  useEffect(() => input.current?.focus(), [])
  return (
    <div className="picker" ref={box}>
      <input
        {...field}
        ref={input}
        className="input"
        aria-label={label}
        placeholder={m.memos_find()}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          restart()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation() // it closes this, not the form
            onClose()
          } else field.onKeyDown(event)
        }}
        onBlur={({ relatedTarget }) => box.current?.contains(relatedTarget) || onClose()}
      />
      <div {...list} role="listbox" className="pop" aria-label={m.memos_things()}>
        {found.map((thing, i) => (
          <div key={thing.id} className="opt" {...option(i)}>
            <ThingName thing={thing} />
          </div>
        ))}
        {found.length ? null : <p className="head">{m.memos_offeredNone()}</p>}
      </div>
    </div>
  )
}
