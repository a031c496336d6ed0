import { announce } from '../kit/announce'
import { toast } from '../kit/toasts'
import { m } from '../paraglide/messages'
import type { Side } from '../surface'
import { type Desk, litNow } from './desk'

/** Makes the lit coding longer or shorter by words, at one of its ends; it is saved as one change when the keys rest. */
export function useResize(desk: Desk): (side: Side, direction: 1 | -1) => void {
  const { surface, acts } = desk
  return (side, direction) => {
    const lit = litNow(desk)
    if (!surface || !lit) return toast(m.coding_lightMine())
    const span = surface.resizeLit(side, direction)
    if (span) announce(acts.wordsOf(span))
    else toast(acts.notMine(lit))
  }
}
