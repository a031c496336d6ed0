import { useState } from 'react'
import type { Link, Memo } from '../api/names'
import type { MemoKind } from '../data/memos'

/** What is written in the form of a memo. */
export interface Typed {
  kind: MemoKind
  title: string
  body: string
  links: Link[]
  /** What it stands on, where that can be chosen. */
  on?: Link
}

/** What was typed and not saved, and of a memo that was there the state it began from. */
export interface Draft {
  typed: Typed
  seen?: Memo
}

const KEPT = 'selvedge.draft.'

function read(key: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEPT + key) ?? 'null') ?? undefined
  } catch {
    return undefined // what can't be read is as good as nothing kept
  }
}

function write(key: string, draft: Draft | undefined): void {
  try {
    if (draft) localStorage.setItem(KEPT + key, JSON.stringify(draft))
    else localStorage.removeItem(KEPT + key)
  } catch {
    // a browser that keeps nothing still lets one write
  }
}

export const hasDraft = (key: string): boolean => read(key) !== undefined

/** What is typed, kept in this browser with every letter until it is saved or thrown away. */
export function useDraft(key: string, begun: Draft) {
  const [found] = useState(() => read(key))
  const [draft, set] = useState(found ?? begun)
  const type = (change: Partial<Typed>) => {
    const next = { ...draft, typed: { ...draft.typed, ...change } }
    set(next)
    write(key, next)
  }
  const drop = () => write(key, undefined)
  const restart = () => {
    drop()
    set(begun)
  }
  return { ...draft, found: !!found, type, drop, restart }
}
