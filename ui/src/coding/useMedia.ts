import { useSyncExternalStore } from 'react'

/** Whether a media query holds, now and when that changes. */
export function useMedia(query: MediaQueryList): boolean {
  const subscribe = (tell: () => void) => {
    query.addEventListener('change', tell)
    return () => query.removeEventListener('change', tell)
  }
  return useSyncExternalStore(subscribe, () => query.matches)
}
