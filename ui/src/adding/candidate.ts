import type { Preview } from '../api/names'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { speakersIn, unnamed, type Voice } from './cast'

/**
 * How far a file has come: waiting, sending and reading lead to read or unread; Add puts what is read in the
 * queue, and adding leads to added or refused.
 */
export type Stage = 'waiting' | 'sending' | 'reading' | 'read' | 'unread' | 'queued' | 'adding' | 'added' | 'refused'

/** A file that may become a source. */
export interface Candidate {
  id: string
  file: File
  stage: Stage
  /** How much of it has gone to the server, 0 to 1. */
  share: number
  /** What it would become, once it is read. */
  found?: Preview
  voices: readonly Voice[]
  title: string
  /** Where it goes when not where all go. */
  strand?: string
  /** Chosen by hand, because the file doesn't say. */
  charset?: string
  /** Why it can't be read or added. */
  why?: string
  /** Whether its names hold for other files too; until someone says so, only those of moderators do. */
  sharing?: boolean
  /** Someone has looked at its warnings. */
  checked: boolean
  /** What it has become. */
  source?: string
}

/** The name of a file without its ending: its title until the file says another. */
export const titleOf = (name: string): string => name.replace(/\.[^.]{1,8}$/, '') || name

export const endingOf = (name: string): string => /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** What should be looked at before a file is added. */
export function doubts({ found, voices }: Candidate): string[] {
  const toName = unnamed(voices).length
  const own = toName ? [m.adding_toName({ speakers: count(toName, 'speaker') })] : []
  return [...own, ...(found?.warnings ?? [])]
}

export const isReady = ({ stage }: Candidate): boolean => stage === 'read' || stage === 'refused'
export const isBusy = ({ stage }: Candidate): boolean =>
  stage === 'waiting' || stage === 'sending' || stage === 'reading' || stage === 'queued' || stage === 'adding'
export const isBad = ({ stage }: Candidate): boolean => stage === 'unread' || stage === 'refused'
export const isToCheck = (one: Candidate): boolean => isReady(one) && !one.checked && doubts(one).length > 0

/** Whether the file left its character set open, so that someone may choose. */
export const isUnsure = ({ found, charset }: Candidate): boolean =>
  charset !== undefined || Boolean(found?.warnings?.some((one) => /character/.test(one)))

export const speakersWord = ({ found, voices }: Candidate): string => {
  if (!found) return ''
  const n = speakersIn(voices)
  return n ? count(n, 'speaker') : m.sources_noneNamed()
}

/** How many files can be with the server at a time. */
export const AT_ONCE = 2

const isOut = ({ stage }: Candidate): boolean => stage === 'sending' || stage === 'reading' || stage === 'adding'

/** Which files go to the server next: those to be added first, then those to be read. */
export function next(files: readonly Candidate[]): Candidate[] {
  const free = AT_ONCE - files.filter(isOut).length
  const line = [...files.filter(({ stage }) => stage === 'queued'), ...files.filter(({ stage }) => stage === 'waiting')]
  return line.slice(0, Math.max(0, free))
}

/** The file to check after another, round the end. */
export function nextToCheck(files: readonly Candidate[], after?: string): Candidate | undefined {
  const at = files.findIndex((one) => one.id === after)
  return [...files.slice(at + 1), ...files.slice(0, at)].find(isToCheck)
}

/** Those of some files that are not in the list yet. */
export function unlisted(files: readonly File[], list: readonly Candidate[]): File[] {
  const key = (file: File) => `${file.name}/${file.size}/${file.lastModified}`
  const known = new Set(list.map(({ file }) => key(file)))
  return files.filter((file) => !known.has(key(file)) && known.add(key(file)))
}
