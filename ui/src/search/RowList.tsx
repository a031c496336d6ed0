import { type KeyboardEvent, type ReactElement, type RefObject, useEffect, useRef } from 'react'
import { VList, type VListHandle } from 'virtua'

/** How near to its end the list is when more is fetched, in px. */
const AHEAD = 1500

/** How long the pointer rests on a row before its surroundings are shown, in ms. */
const REST = 120

/** What a row of a list is given to take part in it. */
export interface RowProps {
  current: boolean
  onFocus: () => void
  /** The pointer moved here. */
  onRest: () => void
}

interface RowListProps<T> {
  items: readonly T[]
  current: number
  onCurrent: (index: number) => void
  onEnd: () => void
  list: RefObject<HTMLElement | null>
  children: (item: T, row: RowProps, index: number) => ReactElement
}

/** What was found, as far as it has been fetched. Arrows go from one to the next. */
export function RowList<T>({ items, current, onCurrent, onEnd, list, children }: RowListProps<T>) {
  const handle = useRef<VListHandle>(null)
  const moved = useRef(false)
  const resting = useRef(0)
  const rest = (index: number) => {
    window.clearTimeout(resting.current)
    if (index !== current) resting.current = window.setTimeout(() => onCurrent(index), REST)
  }
  const onKey = (event: KeyboardEvent) => {
    const to = target(event.key, current, items.length - 1)
    if (to === undefined) return
    event.preventDefault()
    moved.current = true
    onCurrent(to)
  }
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    handle.current?.scrollToIndex(current, { align: 'nearest' })
    list.current?.querySelector<HTMLElement>('[aria-current] .way')?.focus({ preventScroll: true })
  }, [current, list])
  const onScroll = (offset: number) => {
    const { scrollSize = 0, viewportSize = 0 } = handle.current ?? {}
    if (scrollSize - offset - viewportSize < AHEAD) onEnd()
  }
  return (
    <VList
      className="hits"
      ref={handle}
      data={items as T[]}
      keepMounted={[current]}
      onScroll={onScroll}
      onKeyDown={onKey}
    >
      {(item, index) =>
        children(
          item,
          {
            current: index === current,
            onFocus: () => index === current || onCurrent(index),
            onRest: () => rest(index),
          },
          index,
        )
      }
    </VList>
  )
}

/** Where a key leads to from the current row. */
function target(key: string, current: number, last: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(current + 1, last)
  if (key === 'ArrowUp') return Math.max(current - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return last
  return undefined
}
