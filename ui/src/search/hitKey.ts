import type { Hit } from '../api/names'

/** How a turn is told from others. */
export const hitKey = ({ source, turn }: Pick<Hit, 'source' | 'turn'>): string => `${source} ${turn}`

/** Keys with one put in, or taken out if it was there. */
export function flipped(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}
