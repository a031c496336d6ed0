import type { Entry } from '../api/names'

/** How long what colleagues do is gathered before it is told, and how long it stands, in ms. */
const GATHER = 1200
const STANDS = 6000

let gathered: Entry[] = []
let told: readonly Entry[] = []
let gathering: ReturnType<typeof setTimeout> | undefined
let standing: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function set(next: readonly Entry[]): void {
  told = next
  for (const tell of listeners) tell()
}

function show(): void {
  gathering = undefined
  set(gathered.toReversed())
  gathered = []
  clearTimeout(standing)
  standing = setTimeout(() => set([]), STANDS)
}

/** Hears of what was done just now, by whoever it was. */
export function arrive(entries: readonly Entry[]): void {
  gathered.push(...entries)
  if (gathering === undefined) gathering = setTimeout(show, GATHER)
}

/** What was done last, newest first; empty when that is a while ago. */
export const arrived = (): readonly Entry[] => told

export function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
