import type { Link } from '../api/names'

/** What a new memo stands on: a thing, or words whose passage may have to be made. */
export type Standing = Link | { source: string; start: number; end: number }

/** A name for a standing, to keep a draft under. */
export function keyOfStanding(on: Standing | undefined): string {
  if (!on) return 'new'
  return 'kind' in on ? `${on.kind}:${on.id}` : `${on.source}:${on.start}-${on.end}`
}

/** A standing as the server takes it. */
export const asTarget = (on: Standing) => ('kind' in on ? { targetKind: on.kind, target: on.id } : on)
