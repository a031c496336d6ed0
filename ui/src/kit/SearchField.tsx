import { type Ref, useEffect, useRef, useState } from 'react'
import { Icon } from './marks'
import { REST } from './useRested'

interface SearchFieldProps {
  label: string
  value: string
  /** Hears the words when the hand rests. */
  onChange: (words: string) => void
  ref: Ref<HTMLInputElement>
}

/** Words that what is listed shall have; / goes there, by a command of its page. */
export function SearchField({ label, value, onChange, ref }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => {
    if (value !== told.current) setTyped(value) // it was changed elsewhere, as by going back
    told.current = value
  }, [value])
  useEffect(() => {
    if (typed === told.current) return
    const timer = window.setTimeout(() => {
      told.current = typed
      tell.current(typed)
    }, REST)
    return () => window.clearTimeout(timer)
  }, [typed])
  return (
    <span className="search grow">
      <Icon name="search" />
      <input
        className="input"
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed ? null : <kbd>/</kbd>}
    </span>
  )
}
