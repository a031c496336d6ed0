import { useEffect, useId, useState } from 'react'
import { announce } from '../../kit/announce'
import { m } from '../../paraglide/messages'
import { type Thing, useThings } from '../things'
import type { Asked } from './asking'

/** How many things are offered at once. */
const MOST = 8

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

export type AnswersNow = ReturnType<typeof useAnswers>

/** The things that what was typed may mean, one of them chosen; the keys move, choose and leave. */
export function useAnswers(asked: Asked | null, leave: () => void, choose: (thing: Thing) => void) {
  const list = useId()
  const [moved, setMoved] = useState({ typed: '', at: 0 })
  const typed = asked?.typed
  const things = useThings(typed)
  const found = typed === undefined ? [] : things.slice(0, MOST)
  const at = moved.typed === typed ? Math.min(moved.at, found.length - 1) : 0
  const count = typed === undefined ? undefined : found.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed is answered, also by as many as before
  useEffect(() => {
    if (count !== undefined) announce(count ? m.memos_offered({ n: count }) : m.memos_offeredNone())
  }, [typed, count])

  const moveTo = (next: number) => setMoved({ typed: typed ?? '', at: next })
  const onKey = (event: KeyboardEvent): boolean => {
    const thing = found[at]
    const step = steps[event.key]
    if (!thing || event.ctrlKey || event.metaKey) return false
    if (step) moveTo((at + step + found.length) % found.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(thing)
    else if (event.key === 'Escape') leave()
    else return false
    event.stopPropagation() // Escape and Enter mean something to the form as well
    return true
  }
  const attributes: Record<string, string> = found.length
    ? { 'aria-autocomplete': 'list', 'aria-controls': list, 'aria-activedescendant': `${list}-${at}` }
    : { 'aria-autocomplete': 'list' }
  return { list, found, at, moveTo, choose, onKey, attributes }
}
