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
  /** The words of the turn after it. */
  after: string
  parts: readonly Part[]
  /** Its first words went to the turn before. */
  joined?: boolean
  /** Someone else corrected the same turn meanwhile, and it is still open which holds. */
  clash?: boolean
  /** What was written in turns after it that someone else took away meanwhile; it is open what becomes of it. */
  strays?: readonly Part[]
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
  const edit = { ...beside(text, turn), ...known, turn, was, parts }
  return isOpen(edit) || !isAsBefore(edit) ? inOrder([...others, edit]) : others
}

/** The words that stand around a turn. */
export const beside = (text: Correctable, turn: number): Pick<Edit, 'before' | 'after'> => ({
  before: partOf(text, turn - 1).text,
  after: partOf(text, turn + 1).text,
})

export const inOrder = (edits: Edits): Edits => edits.toSorted((a, b) => a.turn - b.turn)

/** Whether a turn is to read as it does anyway. */
export const isAsBefore = ({ parts, was }: Edit): boolean => parts.length === 1 && same(parts[0], was)

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
  /** Whether it came along to another revision: then it takes the focus from nothing. */
  carried?: true
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

/** Whether there is a choice to make about an edit. */
const isOpen = ({ clash, strays }: Edit): boolean => Boolean(clash || strays?.length)

/** Whether there is a choice to make before the edits can be saved. */
export const isClashing = (edits: Edits): boolean => edits.some(isOpen)

/** The edits without those of a turn, and of the turns that it shares words with. */
export function restored(edits: Edits, turn: number): Edits {
  const isJoined = (index: number) => edits.some((one) => one.turn === index && one.joined)
  let [first, last] = [turn, turn]
  while (isJoined(first)) first--
  while (isJoined(last + 1)) last++
  return edits.filter((one) => one.turn < first || one.turn > last)
}

/** The edits after a choice: mine of this turn holds, or theirs, which stands in the text. */
export function settle(edits: Edits, turn: number, whose: 'mine' | 'theirs'): Edits {
  if (whose === 'mine') return edits.map((one) => (one.turn === turn ? { ...one, clash: undefined } : one))
  const waiting = edits.filter((one) => one.turn === turn && one.strays?.length)
  return inOrder([
    ...restored(edits, turn),
    ...waiting.map((one) => ({ ...one, parts: [one.was], clash: undefined, joined: undefined })),
  ])
}

/** The edits after a choice about what strayed to a turn: it comes after the turn's words, or it goes. */
export const house = (edits: Edits, turn: number, stays: boolean): Edits =>
  edits.flatMap((one) => {
    if (one.turn !== turn) return [one]
    const edit = { ...one, strays: undefined, parts: stays ? [...one.parts, ...(one.strays ?? [])] : one.parts }
    return isOpen(edit) || !isAsBefore(edit) ? [edit] : []
  })
