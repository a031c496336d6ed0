import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { ExcerptList } from '../api/names'
import type { Listing } from '../data/excerpts'
import { m } from '../paraglide/messages'
import { ExcerptRow } from './ExcerptRow'
import { GroupHead } from './GroupHead'
import { codingsIn, keyOf, linesOf, rowAt } from './lines'
import { useAnchor } from './useAnchor'
import { useFresh } from './useFresh'
import { type Reading, useListKeys } from './useListKeys'
import type { Ticks } from './useTicks'

export interface ExcerptRowsProps {
  list: ExcerptList
  listing: Listing
  ticks: Ticks
  reading: Reading
  /** Reads around a row. */
  lookAt: (row: number) => void
  /** Whether a row takes the focus as soon as there is one. */
  focusRows?: RefObject<boolean>
}

/** The lines of a list, of which only those in view are drawn. */
export function ExcerptRows({ list, listing, ticks, reading, lookAt, focusRows }: ExcerptRowsProps) {
  const handle = useRef<VListHandle>(null)
  const box = useRef<HTMLDivElement>(null)
  const { folded, group } = listing
  const single = listing.row === 'coding'
  const lines = useMemo(() => linesOf(list, folded), [list, folded])
  const keys = useMemo(() => lines.map((line) => keyOf(line, list, single)), [lines, list, single])
  const note = useAnchor(handle, keys)
  const { active, onKeyDown, onFocus, tick } = useListKeys({
    box,
    handle,
    lines,
    keys,
    list,
    ticks,
    reading,
    focusRows,
  })
  const fresh = useFresh()
  const look = () => {
    const first = handle.current?.findItemIndex(handle.current.scrollOffset) ?? 0
    const line = lines.slice(first).find((one) => 'at' in one)
    if (line && 'at' in line) lookAt(line.at)
  }
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines may need another part
  useEffect(() => latest.current(), [lines])
  return (
    <div
      className="exs"
      role="treegrid"
      aria-label={m.excerpts_list()}
      aria-multiselectable="true"
      aria-rowcount={lines.length}
      ref={box}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <VList
        ref={handle}
        data={lines}
        keepMounted={[active]}
        onScroll={() => {
          note()
          look()
        }}
      >
        {(line, i) => {
          const focus = { 'data-line': i, tabIndex: i === active ? 0 : -1, 'aria-rowindex': i + 1 }
          if ('head' in line) {
            return (
              <GroupHead
                key={keys[i] ?? i}
                group={line.head}
                by={group ?? 'none'}
                folded={folded?.includes(line.head.value) ?? false}
                onFold={() => reading.fold(line.head.value)}
                focus={focus}
              />
            )
          }
          const row = rowAt(list, line.at)
          return row ? (
            <ExcerptRow
              key={keys[i] ?? i}
              excerpt={row}
              single={single}
              ticked={ticks.has(codingsIn(row))}
              fresh={row.codings.some(({ id }) => fresh.has(id))}
              onTick={(range) => tick(i, range)}
              onGo={() => reading.go(row)}
              focus={focus}
            />
          ) : (
            <Unread key={i} focus={focus} />
          )
        }}
      </VList>
    </div>
  )
}

/** A row that is on its way. */
function Unread({ focus }: { focus: object }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useFocusableInteractive: the focus is given by the list
    <div className="ex unread" role="row" aria-busy="true" {...focus}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="gridcell" tabIndex={-1}>
        <i className="skel" />
        <i className="skel" />
      </div>
    </div>
  )
}
