import type { Passage } from '../api/names'
import type { Coding, Span } from '../surface'

/** Document order: what begins first, and of those the longest. */
const inTextOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The codings of a source's passages, in the order of the text. */
export function codingsOf(passages: readonly Passage[]): Coding[] {
  const all = passages.flatMap(({ id, start, end, codings }) =>
    codings.map((coding) => ({
      id: coding.id,
      passage: id,
      code: coding.code,
      coder: coding.coder,
      at: coding.at,
      checkedAt: coding.checkedAt,
      start,
      end,
    })),
  )
  return all.sort(inTextOrder)
}

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** Whether two codings say the same: the same code on the same words by the same coder. */
const alike = (a: Coding, b: Coding): boolean => sameSpan(a, b) && a.code === b.code && a.coder === b.coder

/** How one list of codings becomes another. */
export interface Difference {
  added: Coding[]
  removed: Coding[]
  /** What the server's answer put in the place of what was drawn before it. */
  replaced: [before: string, after: Coding][]
}

export function difference(before: readonly Coding[], after: readonly Coding[]): Difference {
  const had = new Map(before.map((coding) => [coding.id, coding]))
  const has = new Map(after.map((coding) => [coding.id, coding]))
  const replaced: Difference['replaced'] = []
  let added: Coding[] = []
  for (const coding of after) {
    const known = had.get(coding.id)
    if (!known) added.push(coding)
    else if (!alike(known, coding)) replaced.push([known.id, coding])
  }
  const removed = before.filter((coding) => {
    if (has.has(coding.id)) return false
    const heir = added.find((one) => alike(one, coding))
    if (!heir) return true
    added = added.filter((one) => one !== heir)
    replaced.push([coding.id, heir])
    return false
  })
  return { added, removed, replaced }
}
