import { clock } from '../kit/time'
import type { Span } from './coding'
import type { Transcript } from './transcript'

/** A span as it should be pasted: a line a turn, "Helen (0:02:58): text". */
export function copyText(transcript: Transcript, span: Span): string {
  const [first, last] = transcript.turnsOf(span)
  const lines: string[] = []
  for (let index = first; index <= last; index++) {
    const turn = transcript.turn(index)
    const own = { start: Math.max(span.start, turn.start), end: Math.min(span.end, turn.end) }
    if (own.start < own.end) lines.push(lead(transcript, index) + transcript.positions.slice(own))
  }
  return lines.join('\n')
}

function lead(transcript: Transcript, index: number): string {
  const { speaker, fromMs } = transcript.turn(index)
  const time = fromMs === undefined ? '' : `(${clock(fromMs)})`
  const who = [speaker, time].filter(Boolean).join(' ')
  return who && `${who}: `
}
