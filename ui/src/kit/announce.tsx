import { useSyncExternalStore } from 'react'

let said = ''
const listeners = new Set<() => void>()

/** Says something to those who hear the page. Saying the same again is heard again. */
export function announce(text: string): void {
  said = text === said ? `${text}\u00a0` : text
  for (const tell of listeners) tell()
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => said)
  return (
    <div className="sr" aria-live="polite">
      {text}
    </div>
  )
}
