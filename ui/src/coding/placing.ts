import { type RefObject, useLayoutEffect } from 'react'
import type { Selected } from '../surface'

/** Space between the words and what stands at them, in px. */
const GAP = 6
const EDGE = 8

/** Puts a box at the selected words: above their first line, below the last without room, never over them. */
export function usePlace(
  box: RefObject<HTMLElement | null>,
  doc: RefObject<HTMLElement | null>,
  at: Selected | null,
  first: 'above' | 'below',
): void {
  useLayoutEffect(() => {
    if (box.current && doc.current && at) place(box.current, doc.current, at, first)
  })
}

function place(box: HTMLElement, doc: HTMLElement, { rect, lastRect }: Selected, first: 'above' | 'below'): void {
  const page = doc.getBoundingClientRect()
  const view = (doc.parentElement as HTMLElement).getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const above = rect.top - GAP - height
  const below = lastRect.bottom + GAP
  const fits = { above: above >= view.top, below: below + height <= view.bottom }
  const second = first === 'above' ? 'below' : 'above'
  const side = fits[first] || !fits[second] ? first : second
  const line = side === 'above' ? rect : lastRect
  const left = Math.max(EDGE, Math.min(line.left - page.left, page.width - width - EDGE))
  box.style.left = `${left}px`
  box.style.top = `${(side === 'above' ? above : below) - page.top}px`
}
