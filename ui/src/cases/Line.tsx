import { type KeyboardEvent, useState } from 'react'
import { ProseField, TextField } from '../kit/fields'
import { m } from '../paraglide/messages'

interface LineProps {
  label: string
  hint?: string
  text: string
  may: boolean
  error?: string
  /** Id of a list of what is usual. */
  list?: string
  /** It may be of several lines. */
  long?: boolean
  /** Takes what was written when the hand leaves, or a line with Enter, and what stood there when it began. */
  onKeep: (text: string, was: string) => void
}

/** A line that is kept when one leaves it; Esc gives back what stands there. What someone else puts there meanwhile is said. */
export function Line({ label, hint, text, may, error, list, long, onKeep }: LineProps) {
  const [writing, write] = useState<{ now: string; was: string }>()
  const keep = () => {
    if (writing && writing.now.trim() !== text) onKeep(writing.now.trim(), writing.was)
    write(undefined)
  }
  const meanwhile = writing && writing.was !== text ? m.cases_meanwhile({ text }) : undefined
  const field = {
    label,
    hint: meanwhile ?? hint,
    error,
    value: writing?.now ?? text,
    readOnly: !may,
    onChange: ({ target }: { target: { value: string } }) => write({ now: target.value, was: writing?.was ?? text }),
    onBlur: keep,
    onKeyDown: ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
      if (key === 'Enter' && !long) currentTarget.blur()
      if (key === 'Escape') write(undefined)
    },
  }
  return long ? <ProseField rows={2} {...field} /> : <TextField list={list} {...field} />
}
