import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { spanIn } from '../app/search-params'
import type { Content } from '../data/sources'
import { keepPlace, placeIn } from '../settings/preferences'
import type { Coding, Surface } from '../surface'
import { samePlace } from './samePlace'

/** Remembers where one is in a source, in code points. */
export function keepReading(project: string, source: string, position: number): void {
  keepPlace(project, { source, at: { ...placeIn(project).at, [source]: position } })
}

interface Read {
  project: string
  source: string
  content: Content
  codings: readonly Coding[]
}

/**
 * Begins where the address says, else where one was. A new address goes to another place; a corrected text stays where
 * it was read.
 */
export function usePlaceInText(surface: Surface | null, { project, source, content, codings }: Read) {
  const { at, coding } = useSearch({ from: '/inside/p/$project/sources/$source' })
  const known = useRef({ codings, content })
  const arrived = useRef<{ address: string; content: Content } | null>(null)
  useEffect(() => {
    known.current = { codings, content }
  })
  useEffect(() => {
    if (!surface) return
    const { codings, content } = known.current
    const [before, address] = [arrived.current, `${source} ${at} ${coding}`]
    arrived.current = { address, content }
    if (before?.address === address) {
      const start = samePlace(placeIn(project).at?.[source] ?? 0, before.content, content)
      return void surface.jump({ start, end: start }, { block: 'top' })
    }
    keepPlace(project, { source })
    const lit = codings.find(({ id }) => id === coding)
    const span = spanIn(at)
    const left = placeIn(project).at?.[source]
    if (lit) void surface.jump(lit, { lit: lit.id })
    else if (span) void surface.jump(span, { lit: true })
    else if (left) void surface.jump({ start: left, end: left }, { block: 'top' })
  }, [project, source, surface, at, coding])
}
