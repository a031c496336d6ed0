import { beside, type Correctable, type Edit, type Edits, inOrder, isAsBefore, type Part, partOf } from './edits'

/** What is known of a turn in the text that someone corrected meanwhile. */
export type Known = Pick<Edit, 'turn' | 'was' | 'before' | 'after'>

/** Where a turn is now: it reads the same there, was corrected too, or is gone and was after the one that is named. */
export interface Place {
  turn: number
  is: 'same' | 'corrected' | 'gone'
}

/** Where turns are now, by the index that they had. */
export type Places = ReadonlyMap<number, Place>

/** The same edits on a text that someone corrected meanwhile. */
export const carryOver = (edits: Edits, text: Correctable): Edits => carried(edits, text, placesIn(text, edits))

/**
 * Each edit goes to the turn that its own is now. Where both corrected that, it clashes; where it is gone, what was
 * written strays to the turn that was before it.
 */
export function carried(edits: Edits, text: Correctable, places: Places): Edits {
  const stand: Edit[] = []
  const strays = new Map<number, Part[]>()
  for (const edit of edits) {
    const { turn, is } = places.get(edit.turn) ?? { turn: edit.turn, is: 'same' }
    const written = is === 'gone' ? [...edit.parts, ...(edit.strays ?? [])] : (edit.strays ?? [])
    if (written.length) strays.set(turn, [...(strays.get(turn) ?? []), ...written])
    if (is !== 'gone') stand.push(moved(edit, text, turn, is === 'corrected'))
  }
  const hosts = [...strays.keys()].filter((turn) => !stand.some((one) => one.turn === turn))
  const all = [...stand, ...hosts.map((turn) => unchanged(text, turn))]
  return inOrder(
    all.map((edit) => ({ ...edit, strays: strays.get(edit.turn) })).filter((edit) => edit.strays || !isAsBefore(edit)),
  )
}

const unchanged = (text: Correctable, turn: number): Edit => {
  const was = partOf(text, turn)
  return { ...beside(text, turn), turn, was, parts: [was] }
}

function moved(edit: Edit, text: Correctable, turn: number, clash: boolean): Edit {
  const was = partOf(text, turn)
  const there = { ...edit, ...beside(text, turn), turn, was }
  return clash ? { ...there, clash } : { ...there, parts: spokenBy(edit, was.speaker) }
}

/** The parts of an edit, those that its own speaker said by whoever is meant to have said them now. */
const spokenBy = ({ parts, was }: Edit, now: string | undefined): readonly Part[] =>
  parts.map((part) => (part.speaker === was.speaker && !part.newSpeaker ? { ...part, speaker: now } : part))

/** Looks for turns in a text: first those that read the same, then between them those that were corrected. */
export function placesIn(text: Correctable, known: readonly Known[]): Places {
  const turns = known.toSorted((a, b) => a.turn - b.turn)
  const places = new Map<number, Place>()
  const taken = new Set<number>()
  for (const one of turns) {
    const turn = sameAs(one, text, taken)
    if (turn === undefined) continue
    places.set(one.turn, { turn, is: 'same' })
    taken.add(turn)
  }
  for (const one of turns) {
    if (places.has(one.turn)) continue
    const place = correctedFrom(one, text, roomFor(one, text, places), taken)
    places.set(one.turn, place)
    if (place.is === 'corrected') taken.add(place.turn)
  }
  return places
}

/** The turn that reads as one did; of several, the one after the same words, else the nearest. */
function sameAs({ turn, was, before }: Known, text: Correctable, taken: ReadonlySet<number>): number | undefined {
  const alike = text.turns
    .map(({ index }) => index)
    .filter((index) => !taken.has(index) && partOf(text, index).text === was.text)
  const after = alike.filter((index) => partOf(text, index - 1).text === before)
  return (after.length ? after : alike).toSorted(nearest(turn))[0]
}

const nearest = (turn: number) => (a: number, b: number) => Math.abs(a - turn) - Math.abs(b - turn)

/** Where a turn can be: between those around it, in which their own words stand. */
interface Room {
  /** Index of the turn before it, -1 at the beginning. */
  from: number
  /** Index of the turn after it. */
  to: number
  /** Where the turn would be if as many had come and gone before it as before its neighbour. */
  near: number
}

function roomFor({ turn }: Known, text: Correctable, places: Places): Room {
  const stand = [...places].filter(([, { is }]) => is !== 'gone').toSorted(([a], [b]) => a - b)
  const earlier = stand.findLast(([was]) => was < turn)
  const later = stand.find(([was]) => was > turn)
  const [was, now] = earlier ?? later ?? [turn, { turn }]
  return { from: earlier?.[1].turn ?? -1, to: later?.[1].turn ?? text.turns.length, near: now.turn + turn - was }
}

/** The turn that stands where one was: beside the words beside it, else nearest; gone when its neighbours meet. */
function correctedFrom(known: Known, text: Correctable, room: Room, taken: ReadonlySet<number>): Place {
  const { near } = room
  const reading = (words: string, from: number, to: number, at: number) =>
    span(Math.max(from, 0), to)
      .filter((index) => partOf(text, index).text === words)
      .toSorted(nearest(at))[0]
  const behind = reading(known.before, room.from, room.to - 1, near - 1)
  const ahead = reading(known.after, (behind ?? room.from) + 1, room.to, near + 1)
  const free = span((behind ?? room.from) + 1, (ahead ?? room.to) - 1).filter((index) => !taken.has(index))
  const turn = behind !== undefined ? free[0] : ahead !== undefined ? free.at(-1) : free.toSorted(nearest(near))[0]
  return turn === undefined ? { turn: behind ?? Math.max(0, room.from), is: 'gone' } : { turn, is: 'corrected' }
}

/** Whole numbers from one to another, both included. */
const span = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
