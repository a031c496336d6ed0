import type { Turn } from '../api/names'
import type { Positions } from '../surface'

/** A part of a turn as it is to read. Who speaks is named by id, or by a name that is new in the source; neither where nobody speaks. */
export interface Part {
  text: string
  speaker?: string
  newSpeaker?: string
}

/** What is to become of a turn. No parts: its words went to the turn before, or it goes. */
export interface Edit {
  /** Index of the turn. */
  turn: number
  was: Part
  /** The words of the turn before it, which tell it from others that read the same. */
  before: string
  parts: readonly Part[]
  /** Its first words went to the turn before. */
  joined?: boolean
  /** Someone else corrected the same turn meanwhile, and it is still open which holds. */
  clash?: boolean
}

/** In the order of the turns, one for each that is to read otherwise. */
export type Edits = readonly Edit[]

/** A text that can be corrected. */
export interface Correctable {
  positions: Positions
  turns: readonly Turn[]
}

/** A turn as it reads now. */
export function partOf({ positions, turns }: Correctable, turn: number): Part {
  const found = turns[turn]
  if (!found) return { text: '' }
  const text = positions.slice(found)
  return found.speakerId ? { text, speaker: found.speakerId } : { text }
}

/** The parts that a turn is to read as: those of its edit, else itself. */
export const partsAt = (edits: Edits, text: Correctable, turn: number): readonly Part[] =>
  edits.find((one) => one.turn === turn)?.parts ?? [partOf(text, turn)]

/** Edits in which a turn reads as these parts; none for it when that is how it reads anyway. */
export function withParts(edits: Edits, text: Correctable, turn: number, parts: readonly Part[]): Edits {
  const others = edits.filter((one) => one.turn !== turn)
  const known = edits.find((one) => one.turn === turn)
  const was = known?.was ?? partOf(text, turn)
  if (!known?.clash && parts.length === 1 && same(parts[0], was)) return others
  const edit = { ...known, turn, was, before: known?.before ?? partOf(text, turn - 1).text, parts }
  return [...others, edit].sort((a, b) => a.turn - b.turn)
}

const same = (a: Part | undefined, b: Part): boolean =>
  a?.text === b.text && a.speaker === b.speaker && a.newSpeaker === b.newSpeaker

/** Parts of which one is two, parted at an offset in UTF-16 units of its text. */
export function split(parts: readonly Part[], which: number, at: number): readonly Part[] {
  return parts.flatMap((part, index) => {
    if (index !== which) return [part]
    const [first, second] = [part.text.slice(0, at).trimEnd(), part.text.slice(at).trimStart()]
    return [
      { ...part, text: first },
      { ...part, text: second },
    ]
  })
}

/** Where the caret stands: in which part of which turn, in UTF-16 units of its text. */
export interface Caret {
  turn: number
  part: number
  at: number
}

/** Joins a part with what is before it, in its turn or in an earlier one; undefined when nothing is. */
export function join(edits: Edits, text: Correctable, turn: number, which: number): [Edits, Caret] | undefined {
  const own = partsAt(edits, text, turn)
  const moved = own[which]
  if (!moved) return undefined
  if (which > 0) {
    const [parts, at] = appended(own.slice(0, which), moved.text)
    return [withParts(edits, text, turn, [...parts, ...own.slice(which + 1)]), { turn, part: which - 1, at }]
  }
  for (let earlier = turn - 1; earlier >= 0; earlier--) {
    const there = partsAt(edits, text, earlier)
    if (!there.length) continue
    const [parts, at] = appended(there, moved.text)
    const without = withParts(edits, text, turn, own.slice(1)).map((one) =>
      one.turn === turn ? { ...one, joined: true } : one,
    )
    return [withParts(without, text, earlier, parts), { turn: earlier, part: parts.length - 1, at }]
  }
  return undefined
}

/** Parts of which the last goes on with some words, and where those begin. */
function appended(parts: readonly Part[], words: string): [readonly Part[], number] {
  const last = parts.at(-1) as Part
  const head = last.text && words ? `${last.text} ` : last.text
  return [[...parts.slice(0, -1), { ...last, text: head + words }], head.length]
}

/** Whether there is a choice to make before the edits can be saved. */
export const isClashing = (edits: Edits): boolean => edits.some(({ clash }) => clash)

/**
 * The same edits on a text that someone corrected meanwhile: each goes to the turn that reads as its own did. Where none
 * does, both corrected it, and it is marked.
 */
export function carryOver(edits: Edits, text: Correctable): Edits {
  const taken = new Set<number>()
  const carried = edits.flatMap((edit): Edit[] => {
    const found = placeOf(edit, text, taken)
    if (found !== undefined) {
      taken.add(found)
      const before = partOf(text, found - 1).text
      const was = partOf(text, found)
      return [{ ...edit, turn: found, before, was, parts: spokenBy(edit, was.speaker) }]
    }
    const near = nearest(edit, text, taken)
    taken.add(near)
    const was = partOf(text, near)
    if (edit.parts.length === 1 && same(edit.parts[0], was)) return []
    return [{ ...edit, turn: near, before: partOf(text, near - 1).text, was, clash: true }]
  })
  return carried.sort((a, b) => a.turn - b.turn)
}

/** The parts of an edit, those that its own speaker said by whoever is meant to have said them now. */
const spokenBy = ({ parts, was }: Edit, now: string | undefined): readonly Part[] =>
  parts.map((part) => (part.speaker === was.speaker && !part.newSpeaker ? { ...part, speaker: now } : part))

/** The turn that reads as the one of an edit did; of several, the one after the same words, else the nearest. */
function placeOf({ turn, was, before }: Edit, text: Correctable, taken: ReadonlySet<number>): number | undefined {
  const alike = text.turns
    .map(({ index }) => index)
    .filter((index) => !taken.has(index) && partOf(text, index).text === was.text)
  const after = alike.filter((index) => partOf(text, index - 1).text === before)
  const distance = (index: number) => Math.abs(index - turn)
  return (after.length ? after : alike).sort((a, b) => distance(a) - distance(b))[0]
}

/** The turn after the words that the edit's own stood after, else the one with its number. */
function nearest({ turn, before }: Edit, text: Correctable, taken: ReadonlySet<number>): number {
  const behind = text.turns.findIndex(
    ({ index }) => !taken.has(index) && index > 0 && partOf(text, index - 1).text === before,
  )
  if (behind >= 0) return behind
  const free = text.turns.map(({ index }) => index).filter((index) => !taken.has(index))
  return free.sort((a, b) => Math.abs(a - turn) - Math.abs(b - turn))[0] ?? Math.max(0, text.turns.length - 1)
}

/** The edits without those of a turn, and of the turns that it shares words with. */
export function restored(edits: Edits, turn: number): Edits {
  const isJoined = (index: number) => edits.some((one) => one.turn === index && one.joined)
  let [first, last] = [turn, turn]
  while (isJoined(first)) first--
  while (isJoined(last + 1)) last++
  return edits.filter((one) => one.turn < first || one.turn > last)
}

/** The edits after a choice: mine of this turn holds, or theirs, which stands in the text. */
export const settle = (edits: Edits, turn: number, whose: 'mine' | 'theirs'): Edits =>
  whose === 'theirs'
    ? restored(edits, turn)
    : edits.map((one) => (one.turn === turn ? { ...one, clash: undefined } : one))
