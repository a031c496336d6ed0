import { useEffect, useState } from 'react'
import type { Turn } from '../api/names'
import type { Surface } from '../surface'
import { spokenAt } from './timeline'

/** Lights the turn that is being spoken, and keeps it in view until the reader scrolls. */
export function useFollowing(surface: Surface | null, turns: readonly Turn[], ms: number, playing: boolean) {
  const [following, follow] = useState(true)
  const spoken = spokenAt(turns, ms)
  const isHeard = playing || ms > 0
  useEffect(() => {
    const turn = isHeard && spoken !== undefined ? turns[spoken] : undefined
    surface?.markRanges('spoken', turn ? [turn] : [])
    return () => surface?.markRanges('spoken', [])
  }, [surface, turns, spoken, isHeard])
  useEffect(() => {
    const turn = spoken === undefined ? undefined : turns[spoken]
    if (following && playing && turn) void surface?.jump(turn, { block: 'nearest' })
  }, [surface, turns, spoken, playing, following])
  useEffect(() => stopWhenScrolled(() => follow(false)), [])
  return { following, follow, spoken }
}

const scrollKeys = ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']

/** Tells when the reader scrolls the text by hand, by wheel, finger, scroll bar or key. */
function stopWhenScrolled(tell: () => void): () => void {
  const scroller = document.querySelector<HTMLElement>('.reading > .text')
  const ended = new AbortController()
  const options = { signal: ended.signal, passive: true }
  scroller?.addEventListener('wheel', tell, options)
  scroller?.addEventListener('touchmove', tell, options)
  scroller?.addEventListener('keydown', ({ key }) => scrollKeys.includes(key) && tell(), options)
  scroller?.addEventListener('pointerdown', ({ target }) => target === scroller && tell(), options)
  return () => ended.abort()
}
