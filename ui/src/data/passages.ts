import type { Change, Passage, PassageCoding } from '../api/names'

/** A passage without what hangs on it. */
export type Place = Omit<Passage, 'codings' | 'memo'>

/** Reads words of a source; positions are code points. */
export type Words = (span: { start: number; end: number }) => string

/** The passage and coding of an id. */
export function passageOf(list: readonly Passage[], coding: string) {
  for (const passage of list) {
    const found = passage.codings.find((each) => each.id === coding)
    if (found) return { passage, coding: found }
  }
  return undefined
}

const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify({ ...a, ...b })

/** With a passage as it is now. */
export function withPassage(list: readonly Passage[], place: Place): Passage[] {
  const at = list.findIndex(({ id }) => id === place.id)
  const known = list[at]
  if (!known) return [...list, { ...place, codings: [] }]
  return same(known, place) ? (list as Passage[]) : list.with(at, { ...known, ...place })
}

export const withoutPassage = (list: readonly Passage[], id: string): Passage[] => list.filter((one) => one.id !== id)

/** With a coding as it is now, on a passage and on no other. Twice is as good as once. */
export function withCoding(list: readonly Passage[], passage: string, coding: PassageCoding): Passage[] {
  const before = passageOf(list, coding.id)
  if (before?.passage.id === passage && same(before.coding, coding)) return list as Passage[]
  const moved = before && before.passage.id !== passage
  const others = moved ? withoutCoding(list, coding.id) : (list as Passage[])
  const at = others.findIndex((one) => one.id === passage)
  const on = others[at]
  if (!on) return others
  const known = on.codings.findIndex(({ id }) => id === coding.id)
  const codings = known < 0 ? [...on.codings, coding] : on.codings.with(known, coding)
  return others.with(at, { ...on, codings })
}

/** Without a coding. Its passage stays, as bare as it may be, until the journal tells that it went. */
export function withoutCoding(list: readonly Passage[], coding: string): Passage[] {
  const at = list.findIndex((one) => one.codings.some((each) => each.id === coding))
  const on = list[at]
  return on ? list.with(at, { ...on, codings: on.codings.filter((each) => each.id !== coding) }) : (list as Passage[])
}

/** The passages of a source after what the journal tells of them. Doing it twice changes nothing more. */
export function patchPassages(list: readonly Passage[], changes: readonly Change[], words: Words): Passage[] {
  return changes.reduce<Passage[]>((now, { kind, id, after }) => {
    if (kind === 'passage') return after ? withPassage(now, placeOf(after, words)) : withoutPassage(now, id)
    if (kind !== 'coding') return now
    return after ? withCoding(now, (after as { passage: string }).passage, codingOf(after)) : withoutCoding(now, id)
  }, list as Passage[])
}

function placeOf(record: unknown, words: Words): Place {
  const { id, start, end, createdBy, createdAt } = record as Place
  return { id, start, end, createdBy, createdAt, text: words({ start, end }) }
}

function codingOf(record: unknown): PassageCoding {
  const { id, code, coder, at, checkedAt } = record as PassageCoding
  return checkedAt ? { id, code, coder, at, checkedAt } : { id, code, coder, at }
}
