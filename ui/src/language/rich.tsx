import { Fragment, type ReactNode } from 'react'
import { type Marked, piecesOf } from './say'

/** What stands for a mark: a mark around words gets them, a mark on its own gets nothing. */
type Marks = Readonly<Record<string, (words: ReactNode) => ReactNode>>

/** Draws a sentence, and each of its marks as the caller says. */
export const rich = (sentence: Marked, marks: Marks): ReactNode =>
  piecesOf(sentence).map((piece, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's pieces are the same ones each time
    'mark' in piece ? <Fragment key={i}>{marks[piece.mark]?.(piece.words)}</Fragment> : piece.words,
  )
