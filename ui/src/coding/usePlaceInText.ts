import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { spanIn } from '../app/search-params'
import { keepPlace, placeIn } from '../settings/preferences'
import type { Coding, Surface } from '../surface'

/** Remembers where one is in a source, in code points. */
export function keepReading(project: string, source: string, position: number): void {
  keepPlace(project, { source, at: { ...placeIn(project).at, [source]: position } })
}

/** Begins where the address says, else where one was. A new address goes to another place. */
export function usePlaceInText(project: string, source: string, surface: Surface | null, codings: readonly Coding[]) {
  const { at, coding } = useSearch({ from: '/inside/p/$project/sources/$source' })
  const known = useRef(codings)
  useEffect(() => {
    known.current = codings
  })
  useEffect(() => {
    if (!surface) return
    keepPlace(project, { source })
    const lit = known.current.find(({ id }) => id === coding)
    const span = spanIn(at)
    const left = placeIn(project).at?.[source]
    if (lit) void surface.jump(lit, { lit: lit.id })
    else if (span) void surface.jump(span, { lit: true })
    else if (left) void surface.jump({ start: left, end: left }, { block: 'top' })
  }, [project, source, surface, at, coding])
}
