import { pieces } from './pieces'

interface MarkedProps {
  text: string
  /** Where the text begins in its source, in code points; marks count in the source too. */
  start: number
  marks: readonly (readonly number[])[]
}

/** Words with what was searched for marked in them. */
export function Marked({ text, start, marks }: MarkedProps) {
  return pieces(text, start, marks).map(({ text: words, found, at }) =>
    found ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
  )
}
