import { useSyncExternalStore } from 'react'

/** Whether the server no longer knows who works here, and whether that is being asked. */
interface SignedOut {
  out: boolean
  asking: boolean
}

let now: SignedOut = { out: false, asking: false }
const listeners = new Set<() => void>()

function set(next: SignedOut): void {
  now = next
  for (const tell of listeners) tell()
}

/** The server has said so. One is asked once; who closes the box goes on, and nothing is sent. */
export const setSignedOut = (): void => {
  if (!now.out) set({ out: true, asking: true })
}

export const askToSignIn = (): void => set({ out: true, asking: true })
export const askLater = (): void => set({ ...now, asking: false })
export const setSignedIn = (): void => set({ out: false, asking: false })

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const useSignedOut = (): SignedOut => useSyncExternalStore(subscribe, () => now)
