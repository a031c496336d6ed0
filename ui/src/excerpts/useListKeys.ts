import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { VListHandle } from 'virtua'
import type { Excerpt, ExcerptList, RowCoding } from '../api/names'
import { pressed } from '../commands/keys'
import { announce } from '../kit/announce'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { preferences } from '../settings/preferences'
import { codingsIn, type Line, rowAt } from './lines'
import type { Ticks } from './useTicks'

/** What a list lets one do. */
export interface Reading {
  /** Goes to the place in the text. */
  go: (row: Excerpt) => void
  fold: (group: string) => void
  /** The row that has the focus now. */
  onCurrent: (row: Excerpt) => void
  /** What a letter does with the rows that are ticked, or with this one. */
  keys: ReadonlyMap<string, () => void>
  /** Every coding of the list, or of some rows of it. */
  codings: (from?: number, limit?: number) => Promise<RowCoding[]>
}

interface About {
  box: RefObject<HTMLDivElement | null>
  handle: RefObject<VListHandle | null>
  lines: readonly Line[]
  keys: readonly (string | undefined)[]
  list: ExcerptList
  ticks: Ticks
  reading: Reading
  focusRows?: RefObject<boolean>
}

/** How many frames a row may take to be drawn. */
const TRIES = 60

const steps: Record<string, number> = { Down: 1, Up: -1, PageDown: 8, PageUp: -8 }

/** The keys of a list: arrows move, Space ticks, Shift takes all between, Enter goes to the text. */
export function useListKeys({ box, handle, lines, keys, list, ticks, reading, focusRows }: About) {
  const [current, setCurrent] = useState<{ index: number; key?: string }>({ index: 0 })
  const known = current.key === undefined ? -1 : keys.indexOf(current.key)
  const active = known >= 0 ? known : Math.max(0, Math.min(current.index, lines.length - 1))
  const wanted = useRef(false)
  const held = useRef(false) // whether a row has had the focus
  const ticking = useRef(0) // where a range of ticks begins
  useEffect(() => {
    // with a row that went, or that was on its way and is there now
    const lost = held.current && document.activeElement === document.body && known < 0
    if (!wanted.current && !lost && !focusRows?.current) return
    wanted.current = true
    let frame = 0
    const find = (tries: number) => {
      const row = box.current?.querySelector<HTMLElement>(`[data-line="${active}"]`)
      row?.focus({ preventScroll: true })
      if (!row || document.activeElement !== row) {
        if (tries) frame = requestAnimationFrame(() => find(tries - 1)) // it is drawn, and shown, once the list has its size
        return
      }
      wanted.current = false
      if (focusRows) focusRows.current = false
    }
    find(TRIES)
    return () => cancelAnimationFrame(frame)
  })

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, lines.length - 1))
    wanted.current = true
    setCurrent({ index: next, key: keys[next] })
    handle.current?.scrollToIndex(next, { align: 'nearest' })
    return next
  }
  const rowOf = (index: number): Excerpt | undefined => {
    const line = lines[index]
    return line && 'at' in line ? rowAt(list, line.at) : undefined
  }
  const tick = (index: number, range: boolean) => {
    setCurrent({ index, key: keys[index] })
    const row = rowOf(index)
    if (range) return void tickBetween(ticking.current, index)
    ticking.current = index
    if (row) ticks.toggle(codingsIn(row))
  }
  const tickBetween = async (one: number, other: number) => {
    const between = lines
      .slice(Math.min(one, other), Math.max(one, other) + 1)
      .flatMap((l) => ('at' in l ? [l.at] : []))
    const first = between[0]
    if (first === undefined) return
    const read = between.map((at) => rowAt(list, at))
    ticks.add(read.includes(undefined) ? await reading.codings(first, between.length) : codingsOf(read))
  }
  const tickAll = async () => {
    const all = await reading.codings()
    ticks.add(all)
    announce(m.excerpts_tickedAll({ codings: count(all.length, 'coding') }))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as Element).matches('[data-line], [data-line] *')) return
    const key = pressed(event)
    const onRow = (event.target as Element).matches('[data-line]')
    const run = () => {
      const line = lines[active]
      const row = rowOf(active)
      const step = steps[key.replace('Shift+', '')]
      if (step) {
        const next = moveTo(active + step)
        if (key.startsWith('Shift+')) void tickBetween(active, next)
        else ticking.current = next
      } else if (key === 'Home') moveTo(0)
      else if (key === 'End') moveTo(lines.length - 1)
      else if (key === 'Mod+a') void tickAll()
      else if (key === 'Escape' && ticks.codings.size) ticks.clear()
      else if (!onRow) return false
      else if (line && 'head' in line && /^(Enter| |Left|Right)$/.test(key)) reading.fold(line.head.value)
      else if (row && key === 'Enter') reading.go(row)
      else if (row && key === ' ') tick(active, event.shiftKey)
      else if (row && preferences().singleKeys && reading.keys.has(key)) reading.keys.get(key)?.()
      else return false
      return true
    }
    if (!run()) return
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = ({ target }: FocusEvent) => {
    held.current = true
    const index = Number(target.closest<HTMLElement>('[data-line]')?.dataset.line ?? active)
    const row = rowOf(index)
    if (index !== active || keys[index] !== current.key) setCurrent({ index, key: keys[index] })
    if (row) reading.onCurrent(row)
  }
  return { active, onKeyDown, onFocus, tick }
}

const codingsOf = (rows: readonly (Excerpt | undefined)[]): RowCoding[] =>
  rows.flatMap((row) => (row ? codingsIn(row) : []))
