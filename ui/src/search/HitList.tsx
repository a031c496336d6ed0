import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { Hit } from '../api/names'
import { useProjectId } from '../app/project'
import type { Names } from './facets'
import { HitRow } from './HitRow'

/** How near to its end the list is when more is fetched, in px. */
const AHEAD = 1500

/** How long the pointer rests on a turn before its surroundings are shown, in ms. */
const REST = 120

interface HitListProps {
  hits: readonly Hit[]
  names: Names
  current: number
  onCurrent: (index: number) => void
  onEnd: () => void
  list: RefObject<HTMLElement | null>
}

/** The turns that were found, as far as they have been fetched. Arrows go from one to the next. */
export function HitList({ hits, names, current, onCurrent, onEnd, list }: HitListProps) {
  const project = useProjectId()
  const handle = useRef<VListHandle>(null)
  const moved = useRef(false)
  const sources = new Map(names.sources.map((one) => [one.id, one]))
  const strands = new Map(names.strands.map((one) => [one.id, one.name]))
  const resting = useRef(0)
  const rest = (index: number) => {
    window.clearTimeout(resting.current)
    if (index !== current) resting.current = window.setTimeout(() => onCurrent(index), REST)
  }
  const onKey = (event: KeyboardEvent) => {
    const to = target(event.key, current, hits.length - 1)
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
      data={hits as Hit[]}
      keepMounted={[current]}
      onScroll={onScroll}
      onKeyDown={onKey}
    >
      {(hit, index) => {
        const source = sources.get(hit.source)
        return (
          <HitRow
            key={`${hit.source} ${hit.turn}`}
            {...{ project, hit, source, book: names.book }}
            strand={strands.get(source?.strand ?? '')}
            current={index === current}
            onFocus={() => index === current || onCurrent(index)}
            onRest={() => rest(index)}
          />
        )
      }}
    </VList>
  )
}

/** Where a key leads to from the current hit. */
function target(key: string, current: number, last: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(current + 1, last)
  if (key === 'ArrowUp') return Math.max(current - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return last
  return undefined
}
