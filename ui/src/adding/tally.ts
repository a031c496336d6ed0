import { count } from '../kit/words'
import { type Candidate, isBusy, isReady, isToCheck, type Stage } from './candidate'

/** How a number of files stands as a whole. */
export interface Tally {
  all: number
  read: number
  ready: number
  adding: number
  added: number
  toCheck: number
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
    adding,
    added,
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
    [at('added'), 'added'],
    [at('adding'), 'being added'],
    [at('queued'), 'to be added'],
    [at('read'), 'read'],
    [at('sending', 'reading'), 'being read'],
    [at('waiting'), 'waiting'],
    [at('unread'), 'can’t be read'],
    [at('refused'), 'not added'],
  ] as const
  const told = parts.filter(([n]) => n > 0)
  if (told.length !== 1 || !told[0]) return `${told.map(([n, what]) => `${n} ${what}`).join(', ')}.`
  const what = told[0][1]
  if (all === 1) return what === 'can’t be read' ? 'It can’t be read.' : `It is ${what}.`
  if (what === 'not added') return `None of the ${all} is added.`
  return what === 'can’t be read' ? `None of the ${all} can be read.` : `All ${all} are ${what}.`
}

/** What is said aloud when something has come to its end. */
export function spoken(before: Tally, now: Tally): string {
  if (before.adding && !now.adding) return `${count(now.added, 'source')} added.`
  if (before.busy && !now.busy && !now.added) return `${now.sentence} ${now.toCheck ? `${now.toCheck} to check.` : ''}`
  return ''
}
