import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Excerpt } from '../api/names'

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1e6, End: 1e6 }

/** The row that is lit, the ticked ones, and the keys of the list; act is told k, r or u and the codings meant. */
export function useRows(
  list: readonly Excerpt[],
  mine: (one: Excerpt) => boolean,
  act: (key: 'k' | 'r' | 'u', meant: readonly Excerpt[]) => void,
) {
  const [at, setAt] = useState(0)
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set())
  const box = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const lit = Math.min(at, Math.max(0, list.length - 1))
  const ticked = new Set(list.flatMap(({ coding }) => (ticks.has(coding) ? [coding] : [])))
  const own = list.filter(mine)
  const meant = ticked.size ? own.filter(({ coding }) => ticked.has(coding)) : own.filter((one) => one === list[lit])
  const litCoding = list[lit]?.coding
  useEffect(() => {
    if (litCoding && moved.current) box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [litCoding])
  const tick = (coding: string) => {
    const next = new Set(ticked)
    if (!next.delete(coding)) next.add(coding)
    setTicks(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = steps[event.key]
    const key = event.key === 'Delete' ? 'u' : event.key.toLowerCase()
    const one = list[lit]
    if (step) setAt(Math.max(0, Math.min(list.length - 1, lit + step)))
    else if (event.key === ' ' && one && mine(one)) tick(one.coding)
    else if ((key === 'k' || key === 'r' || key === 'u') && meant.length) act(key, meant)
    else return
    moved.current = true
    event.preventDefault()
  }
  return { lit, ticked, meant, tick, light: setAt, box, onKeyDown }
}
