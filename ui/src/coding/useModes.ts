import { useState } from 'react'
import { announce } from '../kit/announce'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Coding, Span, Surface } from '../surface'
import { sameSpan } from './codings'

/** Turns of one speaker that are coded in one go, and the one of them that is selected. */
export interface Spread {
  name: string
  spans: readonly Span[]
  at: Span
}

export type Modes = ReturnType<typeof useModes>

/** What stays in the hand from one gesture to the next. */
export function useModes(surface: () => Surface | null) {
  const [open, setOpen] = useState(false)
  const [taken, setTaken] = useState<Coding | null>(null)
  const [spread, setSpread] = useState<Spread | null>(null)
  const [picked, setPicked] = useState<readonly string[]>([])

  /** Each selection asks for a code at once, or doesn't. */
  const toggleOpen = () => {
    setOpen(!open)
    announce(open ? m.coding_openOff() : m.coding_openOn())
  }

  const spreadOver = (next: Spread | null) => {
    setSpread(next)
    surface()?.markRanges('many', next?.spans ?? [])
    if (next) announce(m.coding_spread({ turns: count(next.spans.length, 'turn'), name: next.name }))
  }

  /** Other words were selected: what was spread is no longer meant. */
  const selectedNow = (now: Span | null) => {
    if (spread && !(now && sameSpan(now, spread.at))) spreadOver(null)
  }

  return { open, toggleOpen, taken, take: setTaken, spread, spreadOver, selectedNow, picked, setPicked }
}
