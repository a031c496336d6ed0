import { type ReactNode, useEffect, useRef } from 'react'

interface OlderProps {
  onSeen: () => void
  children: ReactNode
}

/** A button that fetches older entries, also by itself when the end comes near. */
export function Older({ onSeen, children }: OlderProps) {
  const end = useRef<HTMLButtonElement>(null)
  const seen = useRef(onSeen)
  useEffect(() => {
    seen.current = onSeen
  })
  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen.current(), {
      rootMargin: '600px',
    })
    if (end.current) watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [])
  return (
    <button type="button" className="btn" ref={end} onClick={onSeen}>
      {children}
    </button>
  )
}
