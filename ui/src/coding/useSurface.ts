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

/** The text as it is mounted. */
export interface Mounted {
  surface: Surface | null
  /** Draws a coding before it is among those shown, so that the hand does not wait for the page. */
  draw(coding: Coding): void
}

/** Mounts the text in a host, once for each text, and keeps what is drawn on it up to date. */
export function useSurface(host: RefObject<HTMLElement | null>, shown: Shown, listeners: Listeners): Mounted {
  const { linear, text: size } = usePreferences()
  const [surface, setSurface] = useState<Surface | null>(null)
  const latest = useRef({ shown, listeners, linear, size })
  const drawn = useRef(latest.current)
  const painted = useRef(shown.codings)
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
    painted.current = latest.current.shown.codings
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
    if (now.shown.codings !== before.shown.codings) {
      feed(surface, painted.current, now.shown.codings)
      painted.current = now.shown.codings
    }
    if (now.linear !== before.linear) surface.setLinear(now.linear)
    if (now.size !== before.size) surface.relayout()
  })
  const draw = (coding: Coding) => {
    painted.current = [...painted.current, coding]
    surface?.addCoding(coding)
  }
  return { surface, draw }
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
function redraw(surface: Surface, before: Shown, { codes, coders, who }: Shown): void {
  if (codes !== before.codes) surface.setCodes(codes)
  if (coders !== before.coders) surface.setCoders(coders)
  if (who !== before.who) surface.setFilter(who ? (coding) => coding.coder === who : null)
}
