import { carried, type Known, placesIn } from './carrying'
import type { Draft } from './draft'
import { beside, type Caret, type Correctable, partOf } from './edits'

/** What was corrected at one time, and where the caret stood. */
export interface Moment {
  draft: Draft
  caret: Caret | null
  /** The word that was being typed next. */
  typed?: string
}

/** What is corrected now, with the steps that can be taken back, and those that were. */
export interface Steps {
  now: Moment
  past: readonly Moment[]
  /** The next first. */
  future: readonly Moment[]
}

export const begin = (draft: Draft): Steps => ({ now: { draft, caret: null }, past: [], future: [] })

/** One step further; typing one word is one step. */
export function step({ now, past }: Steps, draft: Draft, caret: Caret | null, typed?: string): Steps {
  const goesOn = typed !== undefined && past.at(-1)?.typed === typed
  return { now: { draft, caret }, past: goesOn ? past : [...past, { ...now, typed }], future: [] }
}

/** One step back, if there is one. */
export function back(steps: Steps): Steps {
  const { now, past, future } = steps
  const last = past.at(-1)
  return last ? { now: { ...last, typed: undefined }, past: past.slice(0, -1), future: [now, ...future] } : steps
}

/** The step that was taken back last once more, if there is one. */
export function again(steps: Steps): Steps {
  const { now, past, future } = steps
  const [next, ...later] = future
  return next ? { now: next, past: [...past, now], future: later } : steps
}

/** All steps on the text of another revision, which someone made of the one that they count in. */
export function onto(steps: Steps, was: Correctable, is: Correctable & { revision: number }): Steps {
  const moments = [steps.now, ...steps.past, ...steps.future]
  const known = new Map<number, Known>()
  for (const { caret } of moments)
    if (caret) known.set(caret.turn, { turn: caret.turn, was: partOf(was, caret.turn), ...beside(was, caret.turn) })
  for (const edit of moments.flatMap(({ draft }) => draft.edits)) known.set(edit.turn, edit)
  const places = placesIn(is, [...known.values()])
  const move = ({ draft, caret, typed }: Moment): Moment => {
    const place = caret && places.get(caret.turn)
    return {
      draft: { ...draft, revision: is.revision, edits: carried(draft.edits, is, places) },
      caret: caret && place && place.is !== 'gone' ? { ...caret, turn: place.turn, carried: true } : null,
      typed,
    }
  }
  return { now: move(steps.now), past: steps.past.map(move), future: steps.future.map(move) }
}
