import type { Passage, PassageCoding } from '../api/names'

/** What is drawn before the server has answered. */
const PENDING = 'pending:'
let pendings = 0

export const pendingId = (): string => `${PENDING}${++pendings}`
export const isPending = (id: string): boolean => id.startsWith(PENDING)

/** A passage without what hangs on it. */
export type Place = Omit<Passage, 'codings' | 'memo'>

const same = (a: Place, b: Place): boolean =>
  a.id === b.id || (a.start === b.start && a.end === b.end && a.createdBy === b.createdBy)

/** With a passage; one that was drawn in advance takes its id. */
export function withPassage(list: readonly Passage[], place: Place): Passage[] {
  const at = list.findIndex((passage) => same(passage, place))
  const known = list[at]
  if (!known) return [...list, { ...place, codings: [] }]
  if (known.id === place.id) return list as Passage[]
  return list.with(at, { ...known, ...place })
}

/** With a coding on a passage; it takes the place of the one that was drawn in advance. Twice is as good as once. */
export function withCoding(list: readonly Passage[], passage: string, coding: PassageCoding): Passage[] {
  const at = list.findIndex((one) => one.id === passage)
  const on = list[at]
  if (!on || on.codings.some((one) => one.id === coding.id)) return list as Passage[]
  const others = on.codings.filter(
    (one) => !(isPending(one.id) && one.code === coding.code && one.coder === coding.coder),
  )
  return list.with(at, { ...on, codings: [...others, coding] })
}

/** Without a coding. A passage that is left with neither coding nor memo goes with it, unless it is the one to keep. */
export function withoutCoding(list: readonly Passage[], coding: string, keep?: string): Passage[] {
  const at = list.findIndex((one) => one.codings.some((each) => each.id === coding))
  const on = list[at]
  if (!on) return list as Passage[]
  const codings = on.codings.filter((each) => each.id !== coding)
  return codings.length || on.memo || on.id === keep ? list.with(at, { ...on, codings }) : list.toSpliced(at, 1)
}

/** The codings of a code on a place, by one coder. */
export function findCoding(list: readonly Passage[], place: Omit<Place, 'text' | 'createdAt'>, code: string) {
  const on = list.find((one) => same(one, place as Place))
  return on?.codings.find((each) => each.code === code)
}

/** The passage and coding of an id. */
export function passageOf(list: readonly Passage[], coding: string) {
  for (const passage of list) {
    const found = passage.codings.find((each) => each.id === coding)
    if (found) return { passage, coding: found }
  }
  return undefined
}
