/**
 * What a hand does to codings, as data: it can be drawn (drawing.ts), kept on this computer and sent later
 * (outbox.ts), in the words of the server: POST codings/batch, PATCH passages/{passage}, POST passages/{passage}/split,
 * POST passages/join; and a new code to code with, whose id is made here: POST codes/reorganise.
 */
export type CodingChange =
  | {
      do: 'batch'
      add?: { source: string; start: number; end: number; code: string; revision?: number }[]
      change?: { coding: string; code?: string; start?: number; end?: number; revision?: number }[]
      remove?: string[]
      check?: string[]
    }
  | { do: 'resize'; source: string; passage: string; start: number; end: number; revision?: number }
  | { do: 'split'; source: string; passage: string; at: number; revision?: number }
  | { do: 'join'; source: string; passages: string[] }
  | { do: 'create'; code: string; name: string }

/**
 * The same change, with the revision of the text that its places count in: the server carries them to the present one.
 * `revisionOf` knows it by a source, or by a coding in it.
 */
export function dated(change: CodingChange, revisionOf: (of: string) => number | undefined): CodingChange {
  if (change.do === 'resize' || change.do === 'split') return { ...change, revision: revisionOf(change.source) }
  if (change.do !== 'batch') return change
  const add = change.add?.map((one) => ({ ...one, revision: revisionOf(one.source) }))
  const moved = change.change?.map((one) => ('start' in one ? { ...one, revision: revisionOf(one.coding) } : one))
  return { ...change, ...(add && { add }), ...(moved && { change: moved }) }
}

/** A gesture of mine that the server does not have yet. */
export interface Gesture {
  /** Later gestures have larger ids. */
  id: string
  /** When it was done, RFC 3339. */
  at: string
  /** What was done, with the words it was done to, for who has to do it again by hand. */
  told: string
  change: CodingChange
  /** It was sent at least once without an answer, so the server may have it. */
  sent?: boolean
  /** It was taken back before it was known whether the server has it. */
  takenBack?: boolean
}

const PENDING = 'pending:'

/** The id of something that a gesture makes, until the server gives it one; `which` counts the things it makes. */
export const pendingId = (gesture: string, which: number | string): string => `${PENDING}${gesture}:${which}`

export const isPending = (id: string): boolean => id.startsWith(PENDING)

/** Real ids by those that stood for them. */
export type Ids = Readonly<Record<string, string>>

/** The same change with the ids that are known by now. */
export const withIds = <T>(change: T, ids: Ids): T =>
  JSON.parse(JSON.stringify(change), (_, value) => (typeof value === 'string' && ids[value]) || value)

/** Whether a change is about something that the server has never made. */
export const isUnknown = (change: CodingChange): boolean => JSON.stringify(change).includes(`"${PENDING}`)

/** How many codings or passages a gesture is about. */
export function sizeOf(change: CodingChange): number {
  if (change.do === 'join') return change.passages.length
  if (change.do !== 'batch') return 1
  const { add = [], change: changed = [], remove = [], check = [] } = change
  return add.length + changed.length + remove.length + check.length
}
