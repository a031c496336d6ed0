import type { Turn } from '../api/names'
import type { Span } from '../surface'
import type { Desk } from './desk'
import type { Spread } from './useModes'

type At = Pick<Desk, 'surface' | 'content' | 'words' | 'source'>

/** The whole turns that the words touch; without any, the turn where one is. */
export function wholeTurns({ surface, content, words }: At): Span {
  const turn = content.turns[surface?.currentTurn() ?? 0]
  return surface?.turns(words ?? turn ?? { start: 0, end: 0 }) ?? { start: 0, end: 0 }
}

/** All turns of whoever says the words; null where nobody is known to speak. */
export function turnsOfSpeaker(at: At): Spread | null {
  const { start } = wholeTurns(at)
  const turn = at.content.turns.find((one) => one.start === start)
  const name = at.source.speakers.find(({ id }) => id === turn?.speakerId)?.name
  if (!turn || !name) return null
  return { name, spans: saidBy(at.content.turns, turn.speakerId), at: { start: turn.start, end: turn.end } }
}

/** The turns of a speaker in which something is said. */
export const saidBy = (turns: readonly Turn[], speaker: string | undefined): Span[] =>
  turns.filter((one) => one.speakerId === speaker && one.start < one.end).map(({ start, end }) => ({ start, end }))
