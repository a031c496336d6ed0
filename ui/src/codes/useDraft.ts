import { useMemo } from 'react'
import { Refusal } from '../api/refusal'
import { useCodebook, useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { clashes, type Draft, emptyDraft, marks, type Played, play, stage } from '../codebook/staging'
import { refusal } from '../codebook/steps'
import { whyNot } from '../codebook/stepWords'
import { useReorganise } from '../data/changingCodes'
import { announce } from '../kit/announce'
import { randomId } from '../kit/randomId'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'
import { keepPlace, placeIn, usePreferences } from '../settings/preferences'
import type { Hand } from './hand'

/** Collects changes of the tree, in this browser, until they are made as one. */
export interface DraftHand extends Hand {
  draft: Draft
  played: Played
  clashes: ReturnType<typeof clashes>
  /** Keeps another draft instead. */
  keep(draft: Draft): void
  /** Makes all changes that can be made, as one action. */
  apply(): void
  isApplying: boolean
}

export function useDraft(): DraftHand {
  const project = useProjectId()
  const book = useCodebook()
  const { change: may } = useMay()
  const { mutateAsync, isPending } = useReorganise(project)
  const undoToast = useUndoToast()
  usePreferences()
  const draft = placeIn(project).draft ?? emptyDraft
  const played = useMemo(() => play(book, draft), [book, draft])
  const keep = (next: Draft) => keepPlace(project, { draft: next.items.length ? next : undefined })
  const apply = () => {
    const number = draft.items.length - played.stuck.size
    keep(emptyDraft) // what is shown at once is not to be changed twice
    mutateAsync(played.steps).then(
      ({ seq }) => undoToast(m.codes_reorganised({ n: number }), seq),
      (error) => {
        keep(draft)
        toastError(error)
      },
    )
  }
  return {
    book: played.book,
    may,
    marks: useMemo(() => marks(book, played), [book, played]),
    make(steps) {
      keep(stage(draft, book, steps))
      return Promise.resolve({ seq: 0 })
    },
    async create({ name, parent }) {
      const step = { code: randomId(), create: true, name, parent }
      const why = refusal(played.book, step)
      if (why) throw new Refusal(422, whyNot[why]())
      keep(stage(draft, book, [step]))
      announce(m.codes_in({ done: m.codes_created({ codes: m.codes_quoted({ name }) }) }))
      return step.code
    },
    draft,
    played,
    clashes: clashes(book, draft),
    keep,
    apply,
    isApplying: isPending,
  }
}
