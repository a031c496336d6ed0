import type { Code } from '../api/names'
import type { Codebook } from './codebook'
import { after, type Refused, refusal, type Step } from './steps'

/** What of a code a reorganisation can change, beside its position. */
export const stagedFields = ['name', 'parent', 'color', 'codable'] as const
export type StagedField = (typeof stagedFields)[number]
export type Seen = Partial<Pick<Code, StagedField>>

/** Changes of the codebook that are collected before they are made. */
export interface Draft {
  items: readonly Staged[]
  /** How the codes were when they were first touched. */
  seen: Readonly<Record<string, Seen>>
}

/** One gesture: the steps that it takes. */
export interface Staged {
  id: number
  steps: readonly Step[]
}

export const emptyDraft: Draft = { items: [], seen: {} }

const seenOf = ({ name, parent, color, codable }: Code): Seen => ({ name, parent, color, codable })

/** A draft with one gesture more. Book is the codebook as the server has it. */
export function stage(draft: Draft, book: Codebook, steps: readonly Step[]): Draft {
  const id = Math.max(0, ...draft.items.map((item) => item.id)) + 1
  const seen: Record<string, Seen> = { ...draft.seen }
  for (const { code } of steps) {
    const known = book.get(code)
    if (known) seen[code] ??= seenOf(known)
  }
  return { items: [...draft.items, { id, steps }], seen }
}

/** A draft without one gesture, and without what was seen for it alone. */
export function unstage(draft: Draft, id: number): Draft {
  return tidy({ ...draft, items: draft.items.filter((item) => item.id !== id) })
}

function tidy({ items, seen }: Draft): Draft {
  const touched = new Set(items.flatMap(({ steps }) => steps.map(({ code }) => code)))
  return { items, seen: Object.fromEntries(Object.entries(seen).filter(([code]) => touched.has(code))) }
}

/** A draft as it would turn out. */
export interface Played {
  /** The codebook after all gestures that can be made. */
  book: Codebook
  /** The codebook before each gesture. */
  before: ReadonlyMap<number, Codebook>
  /** What keeps a gesture from being made. */
  stuck: ReadonlyMap<number, Refused>
  /** The steps that would be made. */
  steps: readonly Step[]
}

/** Tries a draft on the codebook as the server has it. A gesture is made whole or not at all. */
export function play(book: Codebook, draft: Draft): Played {
  const before = new Map<number, Codebook>()
  const stuck = new Map<number, Refused>()
  const steps: Step[] = []
  let now = book
  for (const item of draft.items) {
    before.set(item.id, now)
    const why = firstRefusal(now, item.steps)
    if (why) stuck.set(item.id, why)
    else {
      now = after(now, item.steps)
      steps.push(...item.steps)
    }
  }
  return { book: now, before, stuck, steps }
}

function firstRefusal(book: Codebook, steps: readonly Step[]): Refused | undefined {
  let now = book
  for (const step of steps) {
    const why = refusal(now, step)
    if (why) return why
    now = after(now, [step])
  }
  return undefined
}

/** A code that someone changed after this draft first touched it, in a field that the draft changes too. */
export interface Clash {
  code: Code
  field: StagedField
  mine: Step[StagedField]
}

/** Where the draft and someone else want different things. */
export function clashes(book: Codebook, draft: Draft): Clash[] {
  return Object.entries(draft.seen).flatMap(([id, seen]) => {
    const code = book.get(id)
    if (!code) return []
    return stagedFields.flatMap((field) => {
      const mine = wanted(draft, id, field)
      const theirs = code[field] ?? ''
      return mine !== undefined && theirs !== (seen[field] ?? '') && theirs !== mine ? [{ code, field, mine }] : []
    })
  })
}

const wanted = (draft: Draft, code: string, field: StagedField): Step[StagedField] =>
  draft.items
    .flatMap(({ steps }) => steps)
    .filter((step) => step.code === code && step[field] !== undefined)
    .at(-1)?.[field]

/** A draft that knows what the other did and wants its own nevertheless. */
export function keepMine(draft: Draft, { code, field }: Clash): Draft {
  return { ...draft, seen: { ...draft.seen, [code.id]: { ...draft.seen[code.id], [field]: code[field] } } }
}

/** A draft that leaves the field to the other. */
export function takeTheirs(draft: Draft, { code, field }: Clash): Draft {
  const leave = (step: Step): Step => {
    if (step.code !== code.id || step[field] === undefined) return step
    const { [field]: _, position, ...rest } = step
    return field === 'parent' || position === undefined ? rest : { ...rest, position }
  }
  const items = draft.items
    .map(({ id, steps }) => ({ id, steps: steps.map(leave).filter((step) => Object.keys(step).length > 1) }))
    .filter(({ steps }) => steps.length)
  return tidy({ ...draft, items })
}

/** What a draft changes about each code that stays: its fields, its place, and how many were merged into it. */
export interface Mark {
  name?: true
  place?: true
  color?: true
  codable?: true
  created?: true
  merged?: number
}

/** The marks of the codes that a draft changes. */
export function marks(book: Codebook, { book: then, steps }: Played): Map<string, Mark> {
  const found = new Map<string, Mark>()
  const mark = (id: string, more: Mark) => then.get(id) && found.set(id, { ...found.get(id), ...more })
  for (const step of steps) {
    const [was, is] = [book.get(step.code), then.get(step.code)]
    if (step.mergeInto) mark(step.mergeInto, { merged: (found.get(step.mergeInto)?.merged ?? 0) + 1 })
    if (is && !was) mark(is.id, { created: true })
    if (!was || !is) continue
    if (was.name !== is.name) mark(is.id, { name: true })
    if (was.color !== is.color) mark(is.id, { color: true })
    if (was.codable !== is.codable) mark(is.id, { codable: true })
    if (step.position !== undefined || step.parent !== undefined) mark(is.id, { place: true })
  }
  return found
}
