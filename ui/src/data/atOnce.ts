import type { HandChange } from './gesture'
import type { Outbox } from './outbox'

/** What became of a change: the journal number that takes it back, or where it is kept until there is a connection. */
export interface Done {
  seq: number
  /** On this computer, or only in this page where the browser keeps nothing. */
  kept?: 'here' | 'page'
}

/** Has the server make a change at once, or keeps it while there is no connection. See outbox.ts. */
export async function atOnce<C extends HandChange>(
  box: Outbox,
  told: string,
  change: C,
  ask: (change: C) => Promise<{ seq: number }>,
): Promise<Done> {
  const answer = await box.atOnce(told, change, ask)
  return answer ?? { seq: 0, kept: box.outgoing().safe ? 'here' : 'page' }
}
