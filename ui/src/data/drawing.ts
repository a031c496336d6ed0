import type { Passage, PassageCoding } from '../api/names'
import { type CodingChange, type Gesture, type Ids, isOfCodings, pendingId, type StepsChange } from './gesture'
import { type Place, passageOf, type Words, withCoding, withoutCoding, withoutPassage, withPassage } from './passages'

type Batch = Extract<CodingChange, { do: 'batch' }>

interface Span {
  start: number
  end: number
}

/** Who draws on which source, and how its words are read. */
export interface Drawer {
  me: string
  source: string
  words: Words
}

/**
 * The passages of a source as they will be when the server has done some gestures of mine. What it has done
 * already changes nothing, so it does not matter whether the journal or the answer is faster.
 */
export const draw = (list: readonly Passage[], gestures: readonly Gesture[], drawer: Drawer): Passage[] =>
  gestures.reduce<Passage[]>((now, one) => (one.takenBack ? now : drawOne(now, one, drawer)), list as Passage[])

/** The passages after a gesture that the server has done, with the ids it gave. */
export const settle = (list: readonly Passage[], gesture: Gesture, ids: Ids, drawer: Drawer): Passage[] =>
  drawOne(list as Passage[], gesture, drawer).map((passage) => withNewIds(passage, ids))

function withNewIds(passage: Passage, ids: Ids): Passage {
  if (!ids[passage.id] && !passage.codings.some(({ id }) => ids[id])) return passage
  const codings = passage.codings.map((coding) => ({ ...coding, id: ids[coding.id] ?? coding.id }))
  return { ...passage, id: ids[passage.id] ?? passage.id, codings }
}

function drawOne(list: Passage[], gesture: Gesture, drawer: Drawer): Passage[] {
  const { change } = gesture
  if (change.do === 'batch') return batch(list, gesture, change, drawer)
  if (change.do === 'steps') return withoutCodes(list, change)
  if (!isOfCodings(change)) return list // drawn elsewhere: drawingMemos.ts
  if (change.source !== drawer.source) return list
  if (change.do === 'join') return joined(list, change.passages, drawer)
  const passage = list.find(({ id }) => id === change.passage)
  if (!passage) return list
  return change.do === 'resize'
    ? resized(list, passage, change, drawer)
    : split(list, gesture, passage, change.at, drawer)
}

/** A code that is merged gives its codings to another, one that goes takes them along. */
function withoutCodes(list: Passage[], { steps, gone = [] }: StepsChange): Passage[] {
  const merges = new Map(steps.flatMap(({ code, mergeInto }) => (mergeInto ? [[code, mergeInto]] : [])))
  if (!merges.size && !gone.length) return list
  const codings = list.flatMap(({ id, codings: all }) => all.map((coding) => ({ passage: id, coding })))
  return codings.reduce((now, { passage, coding }) => {
    const to = merges.get(coding.code)
    if (gone.includes(coding.code)) return withoutCoding(now, coding.id)
    if (!to) return now
    const next = { ...coding, code: to }
    return said(now, passage, next) ? withoutCoding(now, coding.id) : withCoding(now, passage, next)
  }, list)
}

function batch(list: Passage[], { id, at }: Gesture, { add, change, remove, check }: Batch, drawer: Drawer) {
  let now = list
  for (const coding of remove ?? []) now = withoutCoding(now, coding)
  for (const [i, one] of (change ?? []).entries()) now = changed(now, one, pendingId(id, `change ${i}`), at, drawer)
  for (const [i, one] of (add ?? []).entries()) now = added(now, one, { id, at, i }, drawer)
  for (const coding of check ?? []) {
    const found = passageOf(now, coding)
    if (found) now = withCoding(now, found.passage.id, { ...found.coding, checkedAt: at })
  }
  return now
}

type Adding = NonNullable<Batch['add']>[number]
type Changing = NonNullable<Batch['change']>[number]

function added(list: Passage[], add: Adding, by: { id: string; at: string; i: number }, { me, source, words }: Drawer) {
  if (add.source !== source) return list
  const [there, passage] = withPlace(list, add, me, pendingId(by.id, `passage ${by.i}`), by.at, words)
  return unlessSaid(there, passage, { id: pendingId(by.id, by.i), code: add.code, coder: me, at: by.at })
}

function changed(
  list: Passage[],
  { coding: id, code, start, end }: Changing,
  place: string,
  at: string,
  drawer: Drawer,
) {
  const found = passageOf(list, id)
  if (!found) return list
  const { passage, coding } = found
  const next = { ...coding, code: code ?? coding.code }
  const span = { start: start ?? passage.start, end: end ?? passage.end }
  const [there, target] = withPlace(list, span, coding.coder, place, at, drawer.words)
  return said(there, target, next) ? withoutCoding(there, id) : withCoding(there, target, next)
}

/** With a passage of someone on some words: the one that is there, or one that is drawn. */
function withPlace(list: Passage[], { start, end }: Span, by: string, id: string, at: string, words: Words) {
  const there = passageOn(list, { start, end }, by)
  if (there) return [list, there.id] as const
  const place: Place = { id, start, end, createdBy: by, createdAt: at, text: words({ start, end }) }
  return [withPassage(list, place), id] as const
}

/** With a coding, unless its coder has said the same there already. */
const unlessSaid = (list: Passage[], passage: string, coding: PassageCoding): Passage[] =>
  said(list, passage, coding) ? list : withCoding(list, passage, coding)

function said(list: readonly Passage[], passage: string, { id, code, coder }: PassageCoding): boolean {
  const on = list.find((one) => one.id === passage)
  return on?.codings.some((one) => one.id !== id && one.code === code && one.coder === coder) ?? false
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

export const passageOn = (list: readonly Passage[], span: Span, by: string): Passage | undefined =>
  list.find((one) => sameSpan(one, span) && one.createdBy === by)

function resized(list: Passage[], passage: Passage, { start, end }: Span, { words }: Drawer): Passage[] {
  const span = { start, end }
  const there = passageOn(list, span, passage.createdBy)
  if (there) return there.id === passage.id ? list : folded(list, passage, there.id)
  const { codings: _codings, memo: _memo, ...place } = passage
  return withPassage(list, { ...place, ...span, text: words(span) })
}

/** One passage's codings go to another, and it is gone. */
const folded = (list: Passage[], from: Passage, into: string): Passage[] =>
  from.codings.reduce((now, coding) => unlessSaid(now, into, coding), withoutPassage(list, from.id))

function joined(list: Passage[], ids: readonly string[], drawer: Drawer): Passage[] {
  const [first, ...others] = ids.flatMap((id) => list.find((one) => one.id === id) ?? [])
  if (!first) return list
  const all = [first, ...others]
  const around = { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) }
  const now = others.reduce((sofar, one) => folded(sofar, one, first.id), list)
  const kept = now.find(({ id }) => id === first.id)
  return kept ? resized(now, kept, around, drawer) : now
}

/** The id of a coding that a split puts on the second part, until the server gives it one. */
export const copyId = (gesture: string, coding: string): string => pendingId(gesture, `copy of ${coding}`)

function split(list: Passage[], gesture: Gesture, passage: Passage, at: number, drawer: Drawer): Passage[] {
  const left = trimmed({ start: passage.start, end: at }, drawer.words)
  const right = trimmed({ start: at, end: passage.end }, drawer.words)
  if (left.start >= left.end || right.start >= right.end) return list
  const id = pendingId(gesture.id, 'passage')
  const [there, target] = withPlace(list, right, passage.createdBy, id, passage.createdAt, drawer.words)
  const copied = passage.codings.reduce(
    (now, coding) => unlessSaid(now, target, { ...coding, id: copyId(gesture.id, coding.id) }),
    there,
  )
  return resized(copied, passage, left, drawer)
}

/** Without the white space at both ends; positions are code points. */
function trimmed({ start, end }: Span, words: Words): Span {
  if (start >= end) return { start, end: start }
  const text = words({ start, end })
  const length = (piece: string) => [...piece].length
  const head = length(text) - length(text.trimStart())
  return { start: start + head, end: Math.max(start + head, end - (length(text) - length(text.trimEnd()))) }
}
