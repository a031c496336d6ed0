import type { Coding, Surface } from '../surface'
import { difference } from './codings'

/** Above this many changes, everything is set anew. */
const MANY = 40

/** Draws what has changed from one list of codings to the next, and nothing else. */
export function feed(surface: Surface, before: readonly Coding[], after: readonly Coding[]): void {
  const { added, removed, replaced } = difference(before, after)
  if (added.length + removed.length + replaced.length > MANY) {
    surface.setCodings(after)
    return
  }
  for (const [id, coding] of replaced) surface.replaceCoding(id, coding)
  for (const coding of removed) surface.removeCoding(coding.id)
  for (const coding of added) surface.addCoding(coding)
}
