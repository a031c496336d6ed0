import type { Span } from '../surface'
import { pieces, within } from './pieces'

interface MarkedProps {
  text: string
  /** Where the text begins in its source, in code points; marks count in the source too. */
  start: number
  marks: readonly (readonly number[])[]
  /** What of its passages is shown, in order and apart. */
  shown?: readonly Span[]
}

/** Words with what was searched for marked in them, and the passages that were. */
export function Marked({ text, start, marks, shown }: MarkedProps) {
  if (!shown?.length) return <Words {...{ text, start, marks }} />
  const passages = shown.map(({ start, end }) => [start, end])
  return pieces(text, start, passages).map(({ text: words, found, at }) => (
    <span key={at} className={found ? 'm' : undefined}>
      <Words text={words} start={at} marks={within(marks, words, at)} />
    </span>
  ))
}

const Words = ({ text, start, marks }: Omit<MarkedProps, 'shown'>) =>
  pieces(text, start, marks).map(({ text: words, found, at }) =>
    found ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
  )
