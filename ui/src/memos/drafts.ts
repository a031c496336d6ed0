import { useState } from 'react'
import type { Link, Memo } from '../api/names'
import { useMe } from '../app/project'
import type { MemoKind } from '../data/memos'
import { readDraft, writeDraft } from '../kit/drafts'

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

export const hasDraft = (account: string, key: string): boolean => readDraft(account, key) !== undefined

/** What is typed, kept in this browser with every letter until it is saved or thrown away. */
export function useDraft(key: string, begun: Draft) {
  const me = useMe().id
  const [found] = useState(() => readDraft<Draft>(me, key))
  const [draft, set] = useState(found ?? begun)
  const type = (change: Partial<Typed>) => {
    const next = { ...draft, typed: { ...draft.typed, ...change } }
    set(next)
    writeDraft(me, key, next)
  }
  const drop = () => writeDraft(me, key)
  const restart = () => {
    drop()
    set(begun)
  }
  return { ...draft, found: !!found, type, drop, restart }
}
