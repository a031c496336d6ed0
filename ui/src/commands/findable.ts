import type { Code, Source } from '../api/names'
import { plain } from '../codebook/codebook'
import { type Command, commands } from './list'

/** Something the palette finds. */
export type Findable =
  | { what: 'command'; name: string; command: Command }
  | { what: 'source'; name: string; source: Source }
  | { what: 'code'; name: string; code: Code }

/** How many are shown at most. */
const MOST = 60

interface Everything {
  canRun: (id: string) => boolean
  sources: readonly Source[]
  codes: readonly Code[]
}

/** What can be done and where one can go, best first for what was typed. */
export function find(typed: string, { canRun, sources, codes }: Everything): Findable[] {
  const all: Findable[] = [
    ...(commands as readonly Command[])
      .filter((command) => !command.unlisted && !command.native && canRun(command.id))
      .map((command) => ({ what: 'command' as const, name: command.title(), command })),
    ...sources.map((source) => ({ what: 'source' as const, name: source.title, source })),
    ...codes.filter((code) => code.codable).map((code) => ({ what: 'code' as const, name: code.name, code })),
  ]
  const words = plain(typed).split(' ').filter(Boolean)
  const scored = all.map((one, order) => ({ one, order, score: scoreOf(plain(one.name), words) }))
  const found = scored.filter(({ score }) => score < Number.POSITIVE_INFINITY)
  return found
    .sort((a, b) => a.score - b.score || a.order - b.order)
    .slice(0, MOST)
    .map(({ one }) => one)
}

/** Every word must be there; words at the beginning count most, then beginnings of words. */
function scoreOf(name: string, words: readonly string[]): number {
  let score = 0
  for (const word of words) {
    const at = name.indexOf(word)
    if (at < 0) return Number.POSITIVE_INFINITY
    score += at === 0 ? 0 : name.includes(` ${word}`) ? 1 : 2
  }
  return score
}
