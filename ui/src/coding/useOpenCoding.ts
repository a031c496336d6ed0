import { useEffect, useRef } from 'react'
import { sameSpan } from './codings'
import type { Desk } from './desk'

/** While open coding is on, every new selection asks for a code at once; one made with Shift, when Shift is let go. */
export function useOpenCoding({ modes, selected, finding, find }: Desk): void {
  const asked = useRef<{ start: number; end: number } | null>(null)
  const held = useRef(false)
  const ask = useRef(() => {})
  useEffect(() => {
    ask.current = () => {
      if (!modes.open || !selected || finding || held.current) return
      if (asked.current && sameSpan(asked.current, selected)) return
      asked.current = selected
      find('put')
    }
    if (!selected) asked.current = null
    else if (finding) asked.current = selected
    ask.current()
  })
  useEffect(() => {
    const changed = ({ shiftKey }: KeyboardEvent) => {
      held.current = shiftKey
      if (!shiftKey) ask.current()
    }
    window.addEventListener('keydown', changed)
    window.addEventListener('keyup', changed)
    return () => {
      window.removeEventListener('keydown', changed)
      window.removeEventListener('keyup', changed)
    }
  }, [])
}
