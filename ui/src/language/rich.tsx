import { Fragment, type ReactNode } from 'react'
import type { Marked } from './say'

const MARK = /\uE000(\/?\w+\/?)\uE001/

/** What stands for a mark: a mark around words gets them, a mark on its own gets nothing. */
type Marks = Readonly<Record<string, (words: ReactNode) => ReactNode>>

/** Draws a sentence, and each of its marks as the caller says. Marks don't lie in each other. */
export function rich(sentence: Marked, marks: Marks): ReactNode {
  const pieces = String(sentence).split(MARK)
  return pieces.map((piece, i) => {
    if (i % 2 === 0) return i > 0 && isOpen(pieces[i - 1]) ? null : piece
    if (piece.startsWith('/')) return null
    const words = isOpen(piece) ? pieces[i + 1] : undefined
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's pieces are the same ones each time
    return <Fragment key={i}>{marks[piece.replace('/', '')]?.(words)}</Fragment>
  })
}

const isOpen = (piece = ''): boolean => !piece.includes('/')
