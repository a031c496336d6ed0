import { useSyncExternalStore } from 'react'

let connected = true
const listeners = new Set<() => void>()

/** Whether the journal can be followed now. */
export function setConnected(now: boolean): void {
  if (now === connected) return
  connected = now
  for (const tell of listeners) tell()
}

/** Whether the journal could be followed when it was last tried; true while none is followed. */
export const isConnected = (): boolean => connected

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const useConnected = (): boolean => useSyncExternalStore(subscribe, isConnected)

/** Tells when the connection is back, until it is stopped. */
export function onConnected(tell: () => void): () => void {
  const stop = subscribe(() => connected && tell())
  return () => void stop()
}
