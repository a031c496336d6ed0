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
import '../surface/density.css'
import '../surface/surface.css'
import { feed } from './feed'

export interface Shown {
  content: Content
  turns: readonly Turn[]
  codings: readonly Coding[]
  codes: ReadonlyMap<string, Code>
  coders: ReadonlyMap<string, Coder>
  view: View
  language: string
}

/** Which codings are shown, null for all, and of which codes the places are told apart. */
interface View {
  filter: ((coding: Coding) => boolean) | null
  codes: readonly string[]
}

/** Where the text and the bar beside it are mounted. */
interface Places {
  host: RefObject<HTMLElement | null>
  density: RefObject<HTMLElement | null>
}

const all: View = { filter: null, codes: [] }

type Listeners = Required<
  Pick<
    SurfaceOptions,
    'mayCode' | 'mayResize' | 'onSelect' | 'onLight' | 'onPointCodings' | 'onMemos' | 'onScroll' | 'onResize' | 'onDrop'
  >
>

/** The text as it is mounted. */
export interface Mounted {
  surface: Surface | null
  /** Draws a coding before it is among those shown, so that the hand does not wait for the page. */
  draw(coding: Coding): void
}

/** Mounts the text in a host, once for each text, and keeps what is drawn on it up to date. */
export function useSurface({ host, density }: Places, shown: Shown, listeners: Listeners): Mounted {
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
    drawn.current = { ...latest.current, shown: { ...latest.current.shown, view: all } }
    const made = createSurface(host.current as HTMLElement, {
      ...begun(latest.current.shown),
      density: density.current ?? undefined,
      linear: latest.current.linear,
      ...relayed(latest),
    })
    painted.current = latest.current.shown.codings
    setSurface(made)
    return () => {
      setSurface(null)
      made.destroy()
    }
  }, [host, density, content, turns])

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
  onMemos: (note) => latest.current.listeners.onMemos(note),
  onScroll: (position) => latest.current.listeners.onScroll(position),
  onResize: (coding, span, how) => latest.current.listeners.onResize(coding, span, how),
  onDrop: (dropped) => latest.current.listeners.onDrop(dropped),
  mayCode: () => latest.current.listeners.mayCode(),
  mayResize: (coding) => latest.current.listeners.mayResize(coding),
})

/** Draws only what is not as it was. */
function redraw(surface: Surface, before: Shown, { codes, coders, view }: Shown): void {
  if (codes !== before.codes) surface.setCodes(codes)
  if (coders !== before.coders) surface.setCoders(coders)
  if (view.filter !== before.view.filter) surface.setFilter(view.filter, view.codes)
}
