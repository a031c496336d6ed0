import type { Codebook } from '../codebook/codebook'
import { type Tick, ticked, tickOf } from '../excerpts/ticks'
import { useDock } from './useDock'

/** The codes whose retrieved passages are listed; null while they are not open. */
export function useCodeTicks(book: Codebook): { of(code: string): Tick; toggle(code: string): void } | null {
  const { open, listing, change } = useDock()
  if (!open) return null
  const chosen = listing.code ?? []
  const alone = listing.alone === 'yes'
  return {
    of: (code) => tickOf(book, chosen, code, alone),
    toggle: (code) => change({ ...listing, code: ticked(book, chosen, code, alone) }),
  }
}
