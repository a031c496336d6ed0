import { useEffect, useRef } from 'react'
import { announce } from '../kit/announce'
import { toast } from '../kit/toasts'
import type { Coding, Span } from '../surface'
import { sameSpan } from './codings'
import type { Desk } from './desk'

/** How long the keys must rest before the new length is saved, in ms. */
const REST = 600

/** Makes the lit coding longer or shorter by words: drawn at every press, saved as one change when the keys rest. */
export function useResize({ surface, lit, me, acts }: Desk): (direction: 1 | -1) => void {
  const draft = useRef<{ coding: Coding; span: Span } | null>(null)
  const timer = useRef(0)
  const move = useRef(acts.move)
  useEffect(() => {
    move.current = acts.move
  })
  const save = () => {
    const done = draft.current
    window.clearTimeout(timer.current)
    draft.current = null
    if (done && !sameSpan(done.coding, done.span)) move.current(done.coding, done.span)
  }
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => () => latest.current(), [])

  return (direction) => {
    if (!surface || !lit) return toast('Light a coding of yours first: click on its words, or press N.')
    if (lit.coder !== me) return toast('Only who coded this can make it longer or shorter.')
    if (draft.current && draft.current.coding.id !== lit.id) save()
    const { span, coding } = draft.current ?? { span: lit, coding: lit }
    const next = surface.resized(span, direction)
    draft.current = { coding, span: next }
    surface.replaceCoding(lit.id, { ...lit, start: next.start, end: next.end })
    announce(acts.wordsOf(next))
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(save, REST)
  }
}
