import type { Memo } from '../api/names'
import { wordsIn } from '../kit/words'
import type { Note, Positions } from '../surface'

/** The memos on words of a source, those on the same passage together. */
export function notesOf(memos: readonly Memo[], source: string, positions: Positions): Note[] {
  const notes = new Map<string, Note>()
  for (const { on, target } of memos) {
    if (on?.source !== source || !target) continue
    const { start, end } = on
    const known = notes.get(target)
    const words = known?.words ?? wordsIn(positions.slice({ start, end }))
    notes.set(target, { id: target, start, end, words, memos: (known?.memos ?? 0) + 1 })
  }
  return [...notes.values()]
}
