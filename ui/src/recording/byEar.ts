import type { Turn } from '../api/names'

/** A time that was set by ear: the turn, and when it begins, in ms. */
export interface Press {
  turn: number
  ms: number
}

/** What was pressed and is not saved, for one revision of a text; the last press comes last. */
export interface Draft {
  revision: number
  presses: readonly Press[]
}

/** A time as the server takes it: null takes it away. */
export interface Time {
  turn: number
  fromMs: number | null
}

type Timed = Pick<Turn, 'fromMs'>

/** The times to send: those that were pressed, and none for later turns that would now begin before them. */
export function timesOf(turns: readonly Timed[], presses: readonly Press[]): Time[] {
  const times = new Map<number, number | null>(presses.map(({ turn, ms }) => [turn, ms]))
  for (const { turn, ms } of presses) {
    for (let at = turn + 1; at < turns.length; at++) {
      const there = turns[at]?.fromMs
      if (times.has(at) || there === undefined) continue
      if (there >= ms) break
      times.set(at, null)
    }
  }
  return [...times].sort(([a], [b]) => a - b).map(([turn, fromMs]) => ({ turn, fromMs }))
}

/** The turns as they will be with what was pressed. */
export function withPresses<T extends Timed>(turns: readonly T[], presses: readonly Press[]): T[] {
  const times = new Map(timesOf(turns, presses).map(({ turn, fromMs }) => [turn, fromMs]))
  return turns.map((turn, at) => (times.has(at) ? { ...turn, fromMs: times.get(at) ?? undefined } : turn))
}

/** Whether a turn can begin at a time: not before the turns above it. */
export function canBegin(turns: readonly Timed[], turn: number, ms: number): boolean {
  return turns.slice(0, turn).every(({ fromMs }) => fromMs === undefined || fromMs <= ms)
}
