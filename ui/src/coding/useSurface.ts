import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Content } from '../data/sources'
import { usePreferences } from '../settings/preferences'
import {
  type Code,
  type Coder,
  type Coding,
  createSurface,
  type Surface,
  type SurfaceOptions,
  type Turn,
} from '../surface'
import '../surface/surface.css'
import { feed } from './feed'

export interface Shown {
  content: Content
  turns: readonly Turn[]
  codings: readonly Coding[]
  codes: ReadonlyMap<string, Code>
  coders: ReadonlyMap<string, Coder>
  /** Whose codings are shown; '' shows everyone's. */
  who: string
  language: string
}

type Listeners = Required<Pick<SurfaceOptions, 'onSelect' | 'onLight' | 'onPointCodings' | 'onScroll'>>

/** Mounts the text in a host, once for each text, and keeps what is drawn on it up to date. */
export function useSurface(host: RefObject<HTMLElement | null>, shown: Shown, listeners: Listeners): Surface | null {
  const { linear, text: size } = usePreferences()
  const [surface, setSurface] = useState<Surface | null>(null)
  const latest = useRef({ shown, listeners, linear, size })
  const drawn = useRef(latest.current)
  useLayoutEffect(() => {
    latest.current = { shown, listeners, linear, size }
  })

  const { content, turns } = shown
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text, or other names of speakers, need new rows
  useLayoutEffect(() => {
    drawn.current = { ...latest.current, shown: { ...latest.current.shown, who: '' } }
    const made = createSurface(host.current as HTMLElement, {
      ...begun(latest.current.shown),
      linear: latest.current.linear,
      ...relayed(latest),
    })
    setSurface(made)
    return () => {
      setSurface(null)
      made.destroy()
    }
  }, [host, content, turns])

  useLayoutEffect(() => {
    if (!surface) return
    const [before, now] = [drawn.current, latest.current]
    drawn.current = now
    redraw(surface, before.shown, now.shown)
    if (now.linear !== before.linear) surface.setLinear(now.linear)
    if (now.size !== before.size) surface.relayout()
  })
  return surface
}

const begun = ({ content, turns, codings, codes, coders, language }: Shown) => ({
  text: content.text,
  turns,
  codings,
  codes,
  coders,
  language: language || undefined,
})

/** Tells whoever listens at the time. */
const relayed = (latest: RefObject<{ listeners: Listeners }>): Listeners => ({
  onSelect: (selected) => latest.current.listeners.onSelect(selected),
  onLight: (coding) => latest.current.listeners.onLight(coding),
  onPointCodings: (pointing) => latest.current.listeners.onPointCodings(pointing),
  onScroll: (position) => latest.current.listeners.onScroll(position),
})

/** Draws only what is not as it was. */
function redraw(surface: Surface, before: Shown, { codings, codes, coders, who }: Shown): void {
  if (codes !== before.codes) surface.setCodes(codes)
  if (coders !== before.coders) surface.setCoders(coders)
  if (who !== before.who) surface.setFilter(who ? (coding) => coding.coder === who : null)
  if (codings !== before.codings) feed(surface, before.codings, codings)
}
