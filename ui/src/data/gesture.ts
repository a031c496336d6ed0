import type { Code, Memo, MemoChange, NewMemo } from '../api/names'
import type { Step } from '../codebook/steps'

/**
 * What a hand does to codings, as data: it can be drawn (drawing.ts), kept on this computer and sent later
 * (outbox.ts), in the words of the server: POST codings/batch, PATCH passages/{passage}, POST passages/{passage}/split,
 * POST passages/join.
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

/** What a hand does to the codebook as one action. The ids of new codes are made here. */
export interface StepsChange {
  do: 'steps'
  steps: readonly Step[]
  /** Of one code that is changed: what was seen of that. */
  seen?: Partial<Code>
  /** The codes that go with those that are removed, and these themselves. */
  gone?: string[]
}

/** What a hand does to memos. The ids of new ones are made here; `on` are the words that it stands on from then on. */
export type MemoWork =
  | { do: 'write'; memo: string; body: NewMemo; target: string; on?: Memo['on'] }
  | { do: 'rewrite'; memo: string; seen: Partial<Memo> & { version: number }; mine: MemoChange; on?: Memo['on'] }
  | { do: 'discard'; memo: string }

export type HandChange = CodingChange | StepsChange | MemoWork

const codingDeeds: readonly HandChange['do'][] = ['batch', 'resize', 'split', 'join']

export const isOfCodings = (change: HandChange): change is CodingChange => codingDeeds.includes(change.do)

/**
 * The same change, with the revision of the text that its places count in: the server carries them to the present one.
 * `revisionOf` knows it by a source, or by a coding in it.
 */
export function dated<C extends HandChange>(change: C, revisionOf: (of: string) => number | undefined): C
export function dated(change: HandChange, revisionOf: (of: string) => number | undefined): HandChange {
  if (change.do === 'resize' || change.do === 'split') return { ...change, revision: revisionOf(change.source) }
  if (change.do === 'write') return { ...change, body: datedMemo(change.body, revisionOf) }
  if (change.do !== 'batch') return change
  const add = change.add?.map((one) => ({ ...one, revision: revisionOf(one.source) }))
  const moved = change.change?.map((one) => ('start' in one ? { ...one, revision: revisionOf(one.coding) } : one))
  return { ...change, ...(add && { add }), ...(moved && { change: moved }) }
}

const datedMemo = (body: NewMemo, revisionOf: (of: string) => number | undefined): NewMemo =>
  body.source ? { ...body, revision: revisionOf(body.source) } : body

/** A gesture of mine that the server does not have yet. */
export interface Gesture {
  /** Later gestures have larger ids. */
  id: string
  /** When it was done, RFC 3339. */
  at: string
  /** What was done, with the words it was done to, for who has to do it again by hand. */
  told: string
  change: HandChange
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

const idIn = (text: string, ids: Ids): string =>
  ids[text] ?? text.replace(/(\]\(\w+:)([\w-]+)\)/g, (all, before, id) => (ids[id] ? `${before}${ids[id]})` : all))

/** The same change with the ids that are known by now, also in what a memo mentions. */
export const withIds = <T>(change: T, ids: Ids): T =>
  JSON.parse(JSON.stringify(change), (_, value) => (typeof value === 'string' ? idIn(value, ids) : value))

/** A pending id as `nextId` makes them, which nobody writes by chance. */
const unknown = new RegExp(`"${PENDING}[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-f]{8}:`)

/** Whether a change is about something that the server has never made. */
export const isUnknown = (change: HandChange): boolean => unknown.test(JSON.stringify(change))

/** How many codings or passages a gesture is about. */
export function sizeOf(change: CodingChange): number {
  if (change.do === 'join') return change.passages.length
  if (change.do !== 'batch') return 1
  const { add = [], change: changed = [], remove = [], check = [] } = change
  return add.length + changed.length + remove.length + check.length
}

/** What was written, to be kept when it can't be saved: a memo, or what a code means. */
export function writtenIn(change: HandChange): string {
  if (change.do === 'write') return joined([change.body.title, change.body.body])
  if (change.do === 'rewrite') return joined([change.mine.title, change.mine.body])
  if (change.do !== 'steps') return ''
  return joined(
    change.steps.flatMap(({ definition, include, exclude, example, nearMiss }) => [
      definition,
      include,
      exclude,
      example,
      nearMiss,
    ]),
  )
}

const joined = (texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n\n')
