import type { Content } from '../data/sources'

/**
 * Where a place of a text is in a later revision of it, in code points. Before the first difference it is where it was;
 * after it, as far from the end.
 */
export function samePlace(at: number, before: Content, after: Content): number {
  const place = before.positions.utf16(at)
  let same = 0
  while (same < place && before.text[same] === after.text[same]) same++
  if (same === place) return at
  return after.positions.point(Math.max(same, after.text.length - before.text.length + place))
}
