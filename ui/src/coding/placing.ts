import { type RefObject, useLayoutEffect } from 'react'
import type { Selected } from '../surface'

/** Space between the words and what stands at them, in px. */
const GAP = 6
const EDGE = 8

interface Line {
  left: number
  top: number
  bottom: number
}

/** The first and the last line of selected words, in px from the corner of the document. */
export interface Standing {
  first: Line
  last: Line
}

/** Where words are in the document, so that what stands at them scrolls with them. */
export function standingOf({ rect, lastRect }: Selected, doc: HTMLElement): Standing {
  const page = doc.getBoundingClientRect()
  const line = ({ left, top, bottom }: DOMRect): Line => ({
    left: left - page.left,
    top: top - page.top,
    bottom: bottom - page.top,
  })
  return { first: line(rect), last: line(lastRect) }
}

export type Side = 'above' | 'below'

/** The side of the words with room for a box; without room on either, the one that is wished. */
export function sideFor(
  wish: Side,
  { first, last }: Standing,
  height: number,
  view: { top: number; bottom: number },
): Side {
  const fits = { above: first.top - GAP - height >= view.top, below: last.bottom + GAP + height <= view.bottom }
  const other = wish === 'above' ? 'below' : 'above'
  return fits[wish] || !fits[other] ? wish : other
}

/** Puts a box at the selected words, never over them. */
export function usePlace(
  box: RefObject<HTMLElement | null>,
  doc: RefObject<HTMLElement | null>,
  at: Standing | null,
  wish: Side,
): void {
  useLayoutEffect(() => {
    if (box.current && doc.current && at) place(box.current, doc.current, at, wish)
  })
}

function place(box: HTMLElement, doc: HTMLElement, at: Standing, wish: Side): void {
  const page = doc.getBoundingClientRect()
  const view = (doc.parentElement as HTMLElement).getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const side = sideFor(wish, at, height, { top: view.top - page.top, bottom: view.bottom - page.top })
  const line = side === 'above' ? at.first : at.last
  box.style.left = `${Math.max(EDGE, Math.min(line.left, page.width - width - EDGE))}px`
  box.style.top = `${side === 'above' ? line.top - GAP - height : line.bottom + GAP}px`
}
