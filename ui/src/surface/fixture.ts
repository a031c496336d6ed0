import type { Coding, Turn } from './coding'
import { Transcript } from './transcript'

/** A transcript whose turns are these texts, with an empty line between them. For tests. */
export function transcriptOf(...texts: string[]): Transcript {
  let start = 0
  const turns: Turn[] = texts.map((text, index) => {
    const turn = { index, start, end: start + [...text].length, moderator: index % 2 === 0 }
    start = turn.end + 2
    return turn
  })
  return new Transcript(texts.join('\n\n'), turns)
}

export function coding(id: string, start: number, end: number, more: Partial<Coding> = {}): Coding {
  return {
    id,
    passage: `passage of ${id}`,
    start,
    end,
    code: 'trust',
    coder: 'me',
    at: '2026-05-12T10:00:00Z',
    ...more,
  }
}
