import { useEffect, useRef, useState } from 'react'
import type { Correction } from '../data/correcting'
import type { Content } from '../data/sources'
import { announce } from '../kit/announce'
import { m } from '../paraglide/messages'
import { type Draft, isEmpty, keepDraft, keptDraft } from './draft'
import { type Caret, house, isClashing, join, type Part, partsAt, restored, settle, split, withParts } from './edits'
import { again, back, begin, onto, type Steps, step } from './steps'

export type Correcting = ReturnType<typeof useCorrecting>

/** What an account is correcting in a text, with a way back through it and forth again, step by step. */
export function useCorrecting(account: string, source: string, content: Content) {
  const empty: Draft = { revision: content.revision, edits: [], names: {}, why: '' }
  const [steps, setSteps, hold] = useCarried(content, () => begin(keptDraft(account, source) ?? empty))
  const { draft, caret } = steps.now
  useEffect(() => keepDraft(account, source, draft), [account, source, draft])

  /** One step; typing in one place is one step for each word. */
  const change = (next: Partial<Draft>, at: Caret | null = caret, typed?: string) =>
    setSteps(step(steps, { ...draft, ...next }, at, typed))
  const parts = (turn: number) => partsAt(draft.edits, content, turn)
  const set = (turn: number, now: readonly Part[]) => withParts(draft.edits, content, turn, now)
  const forget = () => keepDraft(account, source)

  return {
    ...draft,
    caret,
    /** Puts the caret somewhere, or takes it out of the text. */
    place: (at: Caret | null) => setSteps({ ...steps, now: { ...steps.now, caret: at } }),
    parts,
    isEmpty: isEmpty(draft),
    type(turn: number, which: number, text: string, at: number) {
      const now = parts(turn).map((part, index) => (index === which ? { ...part, text } : part))
      const word = text.slice(0, at).split(/\s+/).length
      change({ edits: set(turn, now) }, { turn, part: which, at }, `${turn} ${which} ${word}`)
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
      const joined = join(draft.edits, content, turn, which)
      if (joined) change({ edits: joined[0] }, joined[1])
      return joined !== undefined
    },
    restore: (turn: number) => change({ edits: restored(draft.edits, turn) }, null),
    settle: (turn: number, whose: 'mine' | 'theirs') => change({ edits: settle(draft.edits, turn, whose) }, null),
    house: (turn: number, stays: boolean) => change({ edits: house(draft.edits, turn, stays) }, null),
    rename: (speaker: string, name: string | undefined) => change({ names: renamed(draft.names, speaker, name) }),
    explain: (why: string) => change({ why }, caret, 'why'),
    undo: () => setSteps(back(steps)),
    redo: () => setSteps(again(steps)),
    /** Takes up corrections that were thrown away. */
    take: (draft: Draft) => change(draft, null),
    /** Leaves all as it is, whatever becomes of the text, while this is on its way to become its next revision. */
    hold,
    /** Keeps nothing for later. */
    forget,
    discard() {
      forget() // at once, since nothing may be shown any more when the effect would
      setSteps(begin(empty))
    },
  }
}

/** Steps that go along when someone else corrects the text, which is said; and a way to keep them from that. */
function useCarried(content: Content, first: () => Steps) {
  const [kept, keep] = useState(() => ({ steps: first(), text: content, isHeld: false, times: 0 }))
  const { steps, text, isHeld, times } = kept
  const isLate = !isHeld && steps.now.draft.revision !== content.revision
  const now = isLate ? { ...kept, steps: onto(steps, text, content), text: content, times: times + 1 } : kept
  if (isLate) keep(now)
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  useEffect(() => {
    const { draft } = latest.current.steps.now
    if (times && !isEmpty(draft)) announce(isClashing(draft.edits) ? m.correcting_lateClash() : m.correcting_late())
  }, [times])
  const setSteps = (next: Steps) => keep({ ...now, steps: next })
  const hold = (isHeld: boolean) => keep((one) => ({ ...one, isHeld }))
  return [now.steps, setSteps, hold] as const
}

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
