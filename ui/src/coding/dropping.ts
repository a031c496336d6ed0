import type { Coding, Dropped } from '../surface'
import type { Acts } from './useActs'

/**
 * Does what was dropped on the text. A code goes on words, or takes the place of a coding's, with Ctrl beside it; a
 * coding moves to the words of another, or to words, with Ctrl as a copy.
 */
export function dropped(
  { codes, coding: id, target, beside }: Dropped,
  codings: readonly Coding[],
  acts: Pick<Acts, 'put' | 'move' | 'replace'>,
): void {
  const words = target.what === 'words' ? target.span : { start: target.coding.start, end: target.coding.end }
  const coding = codings.find((one) => one.id === id)
  if (coding && beside) acts.put(words, [coding.code])
  else if (coding) acts.move(coding, words)
  else if (target.what === 'coding' && !beside) acts.replace(target.coding, codes)
  else acts.put(words, codes)
}
