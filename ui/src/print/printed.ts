import type { Coding, Span, Transcript } from '../surface'

/** The codings of the same words, under one number of the page's own. */
export interface Note extends Span {
  number: number
  codings: Coding[]
}

/** Words between two borders of passages, and the notes whose brackets stand before and after them. */
export interface Piece {
  text: string
  opens: number[]
  closes: number[]
  coded: boolean
}

/** A turn as it is printed: its words in pieces, and the notes on passages that begin in it. */
export interface PrintedTurn {
  index: number
  pieces: Piece[]
  notes: Note[]
}

/** Numbers the passages of some codings in the order of the text. */
export function notesOf(codings: readonly Coding[]): Note[] {
  const notes: Note[] = []
  const ordered = [...codings].sort((a, b) => a.start - b.start || b.end - a.end)
  for (const coding of ordered) {
    const last = notes.at(-1)
    const { start, end } = coding
    if (last?.start === start && last.end === end) last.codings.push(coding)
    else notes.push({ number: notes.length + 1, start, end, codings: [coding] })
  }
  return notes
}

/** The turns of a text with the passages set off in them. */
export function printed(transcript: Transcript, notes: readonly Note[]): PrintedTurn[] {
  const touching = transcript.turns.map((): Note[] => [])
  for (const note of notes) {
    const [first, last] = transcript.turnsOf(note)
    for (let turn = first; turn <= last; turn++) touching[turn]?.push(note)
  }
  return touching.map((here, index) => ({
    index,
    pieces: piecesOf(transcript, index, here),
    notes: here.filter((note) => transcript.turnsOf(note)[0] === index),
  }))
}

function piecesOf(transcript: Transcript, index: number, notes: readonly Note[]): Piece[] {
  const turn = transcript.turn(index)
  const inside = (position: number) => Math.max(turn.start, Math.min(position, turn.end))
  const borders = [turn.start, turn.end, ...notes.flatMap(({ start, end }) => [inside(start), inside(end)])]
  const places = [...new Set(borders)].sort((a, b) => a - b)
  const numbers = (at: 'start' | 'end', position: number) =>
    notes.filter((note) => note[at] === position).map((note) => note.number)
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] as number
    return {
      text: transcript.positions.slice({ start, end }),
      opens: numbers('start', start),
      closes: numbers('end', end).reverse(),
      coded: notes.some((note) => note.start < end && note.end > start),
    }
  })
}
