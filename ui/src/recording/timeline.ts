import type { Turn } from '../api/names'

type Timed = Pick<Turn, 'fromMs'>

/** The turn that is being spoken at a time, in ms; none before the first that has a time. */
export function spokenAt(turns: readonly Timed[], ms: number): number | undefined {
  let found: number | undefined
  for (const [at, { fromMs }] of turns.entries()) {
    if (fromMs === undefined) continue
    if (fromMs > ms) break
    found = at
  }
  return found
}

/** When a turn begins, in ms: its own time, or that of the last turn before it that has one. */
export function beginOf(turns: readonly Timed[], turn: number): number | undefined {
  for (let at = turn; at >= 0; at--) {
    const ms = turns[at]?.fromMs
    if (ms !== undefined) return ms
  }
  return undefined
}
