import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { type Candidate, isBad, isBusy, isReady, isToCheck, isToTry, isTwin, type Stage } from './candidate'

/** How a number of files stands as a whole. */
export interface Tally {
  all: number
  read: number
  /** Could be added, once those without a strand have one. */
  ready: number
  /** Ready, but without a strand. */
  homeless: number
  adding: number
  added: number
  /** Sources that the added files have become. */
  sources: number
  toCheck: number
  bad: number
  /** Of those that went wrong, how many can be tried again. */
  toTry: number
  /** The same as another, and nobody has said yet whether to add them. */
  twins: number
  busy: number
  /** How much of what is being done is done, 0 to 1. */
  share: number
  sentence: string
}

export function tally(files: readonly Candidate[]): Tally {
  const at = (...stages: Stage[]) => files.filter(({ stage }) => stages.includes(stage)).length
  const adding = at('queued', 'adding')
  const added = at('added')
  const read = at('read', 'queued', 'adding', 'added', 'refused')
  return {
    all: files.length,
    read,
    ready: files.filter(isReady).length,
    homeless: files.filter((one) => isReady(one) && !one.into).length,
    adding,
    added,
    sources: files.reduce((sum, { stage, sources }) => sum + (stage === 'added' ? (sources ?? 1) : 0), 0),
    bad: files.filter(isBad).length,
    toTry: files.filter(isToTry).length,
    twins: files.filter(isTwin).length,
    toCheck: files.filter(isToCheck).length,
    busy: files.filter(isBusy).length,
    share: shareOf(files, adding > 0 || at('refused') > 0),
    sentence: sentenceFor(files.length, at),
  }
}

/** While files are being added, that is what counts; before, how many are read. */
function shareOf(files: readonly Candidate[], adding: boolean): number {
  const counted = files.filter(
    ({ stage }) => !adding || stage === 'queued' || stage === 'adding' || stage === 'added' || stage === 'refused',
  )
  const parts = counted.map(({ stage, share }) => {
    if (stage === 'waiting' || stage === 'queued' || stage === 'refused') return 0
    return stage === 'sending' || stage === 'reading' || stage === 'adding' ? share * 0.9 : 1
  })
  return parts.length ? parts.reduce((sum, part) => sum + part, 0) / parts.length : 0
}

function sentenceFor(all: number, at: (...stages: Stage[]) => number): string {
  const parts = [
    [at('added'), m.adding_someAdded, m.adding_allAdded],
    [at('adding'), m.adding_someBeingAdded, m.adding_allBeingAdded],
    [at('queued'), m.adding_someToBeAdded, m.adding_allToBeAdded],
    [at('read'), m.adding_someRead, m.adding_allRead],
    [at('sending', 'reading'), m.adding_someBeingRead, m.adding_allBeingRead],
    [at('waiting'), m.adding_someWaiting, m.adding_allWaiting],
    [at('unread'), m.adding_someUnread, m.adding_allUnread],
    [at('refused'), m.adding_someNotAdded, m.adding_allNotAdded],
  ] as const
  const told = parts.filter(([n]) => n > 0)
  const [only] = told
  if (only && told.length === 1) return only[2]({ n: all })
  return m.adding_stop({ told: told.map(([n, some]) => some({ n: figure(n) })).join(', ') })
}

/** What is said aloud when something has come to its end. */
export function spoken(before: Tally, now: Tally): string {
  if (before.adding && !now.adding) return m.adding_sourcesAdded({ sources: count(now.sources, 'source') })
  if (before.busy && !now.busy && !now.added)
    return now.toCheck ? m.adding_saidAndToCheck({ sentence: now.sentence, n: figure(now.toCheck) }) : now.sentence
  return ''
}
