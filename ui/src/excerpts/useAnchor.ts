import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { VListHandle } from 'virtua'

/** A line that is in view, and how far its head is above the edge, in px. */
interface Seen {
  key: string
  above: number
}

/**
 * Keeps what one looks at where it is when lines come and go around it. Gives what must be called
 * when the list was scrolled.
 */
export function useAnchor(handle: RefObject<VListHandle | null>, keys: readonly (string | undefined)[]): () => void {
  const seen = useRef<Seen[]>([])
  const before = useRef(keys)
  const note = () => {
    seen.current = handle.current ? inView(handle.current, before.current) : []
  }
  useLayoutEffect(() => {
    const old = before.current
    before.current = keys
    if (old === keys || !handle.current) return
    const left = seen.current.find(({ key }) => keys.includes(key))
    if (left && keys.indexOf(left.key) !== old.indexOf(left.key)) {
      handle.current.scrollToIndex(keys.indexOf(left.key), { align: 'start', offset: left.above })
    }
  }, [handle, keys])
  useEffect(note)
  return note
}

function inView(list: VListHandle, keys: readonly (string | undefined)[]): Seen[] {
  const { scrollOffset, viewportSize } = list
  const seen: Seen[] = []
  for (let i = list.findItemIndex(scrollOffset); i < keys.length; i++) {
    const at = list.getItemOffset(i)
    if (at > scrollOffset + viewportSize) break
    const key = keys[i]
    if (key) seen.push({ key, above: scrollOffset - at })
  }
  return seen
}
