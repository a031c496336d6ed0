import { useEffect, useMemo, useRef, useState } from 'react'
import type { Correction } from '../data/correcting'
import type { Content } from '../data/sources'
import { readDraft, writeDraft } from '../kit/drafts'
import { type Draft, draftKey } from './draft'
import { type Caret, carryOver, join, type Part, partsAt, restored, settle, split, withParts } from './edits'

export type Correcting = ReturnType<typeof useCorrecting>

/** What is being corrected in a text, with a way back through it, step by step. */
export function useCorrecting(source: string, content: Content) {
  const key = draftKey(source)
  const empty: Draft = { revision: content.revision, edits: [], names: {}, why: '' }
  const [draft, setDraft] = useState<Draft>(() => readDraft<Draft>(key) ?? empty)
  const [caret, setCaret] = useState<Caret | null>(null)
  const steps = useRef<{ draft: Draft; caret: Caret | null; typed?: string }[]>([])
  useEffect(() => writeDraft(key, isEmpty(draft) ? null : draft), [key, draft])

  const carried = useMemo(
    () => (draft.revision === content.revision ? draft : { ...draft, ...meanwhile(draft, content) }),
    [draft, content],
  )
  if (carried !== draft) {
    setDraft(carried)
    steps.current = [] // they count in the text as it was
  }

  /** One step; typing in one place is one step for each word. */
  const change = (next: Partial<Draft>, at: Caret | null = caret, typed?: string) => {
    if (!typed || steps.current.at(-1)?.typed !== typed) steps.current.push({ draft: carried, caret, typed })
    setDraft({ ...carried, ...next })
    setCaret(at)
  }
  const parts = (turn: number) => partsAt(carried.edits, content, turn)
  const set = (turn: number, now: readonly Part[]) => withParts(carried.edits, content, turn, now)

  return {
    ...carried,
    caret,
    /** Puts the caret somewhere, or takes it out of the text. */
    place: setCaret,
    parts,
    isEmpty: isEmpty(carried),
    type(turn: number, which: number, text: string, at: number) {
      const now = parts(turn).map((part, index) => (index === which ? { ...part, text } : part))
      const word = text.slice(0, at).split(/\s+/).length
      change({ edits: set(turn, now) }, caret, `${turn} ${which} ${word}`)
    },
    speak(turn: number, which: number, who: Pick<Part, 'speaker' | 'newSpeaker'>) {
      const now = parts(turn).map((part, index) => (index === which ? { text: part.text, ...who } : part))
      change({ edits: set(turn, now) })
    },
    split(turn: number, which: number, at: number) {
      change({ edits: set(turn, split(parts(turn), which, at)) }, { turn, part: which + 1, at: 0 })
    },
    /** False where nothing is before it. */
    join(turn: number, which: number): boolean {
      const joined = join(carried.edits, content, turn, which)
      if (joined) change({ edits: joined[0] }, joined[1])
      return joined !== undefined
    },
    restore: (turn: number) => change({ edits: restored(carried.edits, turn) }, null),
    settle: (turn: number, whose: 'mine' | 'theirs') => change({ edits: settle(carried.edits, turn, whose) }, null),
    rename: (speaker: string, name: string | undefined) => change({ names: renamed(carried.names, speaker, name) }),
    explain: (why: string) => change({ why }, caret, 'why'),
    undo() {
      const step = steps.current.pop()
      if (!step) return
      setDraft(step.draft)
      setCaret(step.caret)
    },
    /** Takes up corrections that were thrown away. */
    take: (draft: Draft) => change(draft, null),
    discard() {
      writeDraft(key, null) // at once, since nothing may be shown any more when the effect would
      setDraft(empty)
      setCaret(null)
      steps.current = []
    },
  }
}

const isEmpty = ({ edits, names }: Draft): boolean => !edits.length && !Object.keys(names).length

const meanwhile = (draft: Draft, content: Content): Partial<Draft> => ({
  revision: content.revision,
  edits: carryOver(draft.edits, content),
})

function renamed(names: Draft['names'], speaker: string, name: string | undefined): Draft['names'] {
  const { [speaker]: _, ...others } = names
  return name ? { ...others, [speaker]: name } : others
}

/** A draft as the server takes it. */
export const correctionOf = ({ revision, edits, names, why }: Draft): Correction => ({
  revision,
  turns: edits.map(({ turn, parts }) => ({ turn, parts: [...parts] })),
  rename: Object.entries(names).map(([speaker, name]) => ({ speaker, name })),
  why: why.trim() || undefined,
})
