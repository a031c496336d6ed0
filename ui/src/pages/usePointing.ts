import { useQueryClient } from '@tanstack/react-query'
import { type PointerEvent, type RefObject, useRef } from 'react'
import type { PageWord } from '../api/names'
import { useDesk } from '../coding/desk'
import { pageWords } from '../data/pages'
import type { Span } from '../surface'
import { around, at, nearest } from './places'

/** How far a pointer may move in a click, in px. */
const STILL = 4

interface Hand {
  x: number
  y: number
  anchor: Span
  moved: boolean
}

interface Pointing {
  alone: boolean
  /** Shows which coding is pointed at. */
  point: (coding: string | null) => void
}

/** Selects words on pages as in the text, and lights the codings that are clicked. */
export function usePointing(box: RefObject<HTMLElement | null>, { alone, point }: Pointing) {
  const { surface, selected } = useDesk()
  const hand = useRef<Hand | null>(null)
  const placeOf = usePlaces()

  const select = (span: Span) => surface?.select(span)
  const down = (event: PointerEvent) => {
    const place = placeOf(event)
    if (!place || event.button !== 0) return
    event.preventDefault() // the browser would take the selection off the words
    box.current?.focus({ preventScroll: true })
    const word = nearest(place.words, place.x, place.y)
    if (!word) return
    const anchor = event.shiftKey && selected ? selected : word
    hand.current = { x: event.clientX, y: event.clientY, anchor, moved: event.shiftKey && !!selected }
    if (hand.current.moved) select(around(anchor, word))
  }
  const move = (event: PointerEvent) => {
    const place = placeOf(event)
    const { current } = hand
    if (!current) {
      const word = place && at(place.words, place.x, place.y)
      const coding = (word && surface?.codingsAt(word.start)[0]?.id) ?? null
      surface?.point(coding)
      return point(coding)
    }
    if (!current.moved && Math.hypot(event.clientX - current.x, event.clientY - current.y) < STILL) return
    current.moved = true
    const word = place && nearest(place.words, place.x, place.y)
    if (word) select(around(current.anchor, word))
  }
  const up = (event: PointerEvent) => {
    const { current } = hand
    hand.current = null
    if (!current) return
    const place = placeOf(event)
    const word = place && at(place.words, place.x, place.y)
    if (!current.moved) return click(word)
    const chosen = surface?.selection()
    if (chosen && !alone) void surface?.jump(chosen, { block: 'nearest' })
  }
  const click = (word: PageWord | undefined) => {
    surface?.clearSelection()
    const found = word ? (surface?.codingsAt(word.start) ?? []) : []
    const next = found[found.findIndex(({ id }) => id === surface?.lit()) + 1]
    surface?.light(next?.id ?? null)
  }
  const double = (event: PointerEvent | React.MouseEvent) => {
    const place = placeOf(event)
    const word = place && at(place.words, place.x, place.y)
    if (word) select(word)
  }
  const leave = () => {
    surface?.point(null)
    point(null)
  }
  const prevent = (event: { preventDefault(): void }) => event.preventDefault()
  return {
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: up,
    onPointerLeave: leave,
    onDoubleClick: double,
    onMouseDown: prevent,
  }
}

/** Where on which page an event happened, in points, with the words of that page. */
function usePlaces() {
  const { project, source } = useDesk()
  const cache = useQueryClient()
  return ({ target, clientX, clientY }: { target: EventTarget; clientX: number; clientY: number }) => {
    const sheet = (target as Element).closest<HTMLElement>('.sheet')
    if (!sheet) return undefined
    const { left, top, width } = sheet.getBoundingClientRect()
    const scale = Number(sheet.dataset.width) / width
    const { queryKey } = pageWords(project, source.id, source.revision, Number(sheet.dataset.page))
    const words = cache.getQueryData(queryKey) ?? []
    return { words, x: (clientX - left) * scale, y: (clientY - top) * scale }
  }
}
