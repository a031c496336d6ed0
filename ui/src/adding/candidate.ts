import type { Preview, TableRule } from '../api/names'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { speakersIn, unnamed, type Voice } from './cast'
import type { Chosen } from './gather'

/**
 * How far a file has come: waiting, sending and reading lead to read or unread; Add puts what is read in the
 * queue, and adding leads to added or refused.
 */
export type Stage = 'waiting' | 'sending' | 'reading' | 'read' | 'unread' | 'queued' | 'adding' | 'added' | 'refused'

/** A file that may become a source. */
export interface Candidate {
  id: string
  file: File
  /** The folders it lay in. */
  folder: string
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
  /** Opens a protected file; kept only while the file is in the list. */
  password?: string
  /** It asks for a password, or for another one. */
  isLocked?: boolean
  /** How its table is read, when not as guessed. */
  table?: TableRule
  /** How it was read when it was read last. */
  asRead?: Pick<Candidate, 'charset' | 'password' | 'table'>
  /** Of its text, when the file doesn't say it or says it wrongly. */
  language?: string
  /** What it is the transcript of: attached once it is added. */
  recording?: File
  /** Why it can't be read or added; or, once added, why its recording is not attached. */
  why?: string
  /** Trying again would change nothing. */
  isFinal?: boolean
  /** The file, or the recording of what is added, is no longer on the disk as it was chosen. */
  isGone?: boolean
  /** Whether its names hold for other files too; until someone says so, only those of moderators do. */
  sharing?: boolean
  /** Someone has looked at its warnings. */
  checked: boolean
  /** What it has become: the first source, and how many. */
  source?: string
  sources?: number
  /** It is added although the same file is here already. */
  again?: boolean
  /** The same file: a source, or another file of the list. Found out anew with every change. */
  twin?: Twin
  /** The strand it goes into; empty while none is chosen. Found out anew with every change. */
  into: string
}

interface Twin {
  title: string
  /** Where it is a source already. */
  source?: string
}

/** A file that was just chosen. */
export const candidateOf = (id: string, { file, folder, why }: Chosen): Candidate => ({
  id,
  file,
  folder,
  why,
  isFinal: why !== undefined,
  stage: why ? 'unread' : 'waiting',
  share: 0,
  voices: [],
  title: titleOf(file.name),
  checked: false,
  into: '',
})

/** A file with another in its place, or in that of its recording once it is added: all is found out anew. */
export function renewed(one: Candidate, { file, why }: Pick<Chosen, 'file' | 'why'>): Candidate {
  const again = { ...one, share: 0, why: undefined, isFinal: false, isGone: false, isLocked: false }
  if (one.source) return { ...again, recording: file, stage: 'queued' }
  const isOwn = one.title !== (one.found?.title || titleOf(one.file.name))
  const { stage, isFinal, title } = candidateOf(one.id, { file, folder: one.folder, why })
  return { ...again, file, why, stage, isFinal, title: isOwn ? one.title : title, found: undefined, asRead: undefined }
}

/** The name of a file without its ending: its title until the file says another. */
export const titleOf = (name: string): string => name.replace(/\.[^.]{1,8}$/, '') || name

export const endingOf = (name: string): string => /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** What should be looked at before a file is added. */
export function doubts(one: Candidate): string[] {
  const { found, voices, twin } = one
  const toName = unnamed(voices).length
  const own = toName ? [m.adding_toName({ speakers: count(toName, 'speaker') })] : []
  const same = twin
    ? [twin.source ? m.adding_hereAs({ title: twin.title }) : m.adding_sameAs({ title: twin.title })]
    : []
  return [...same, ...own, ...(found?.warnings ?? [])]
}

/** Whether it is read, and nothing is on its way. */
export const isOpen = ({ stage }: Candidate): boolean => stage === 'read' || stage === 'refused'
/** Whether what was understood of it can still be corrected, also while it is read once more. */
export const isEditable = ({ found, stage }: Candidate): boolean =>
  found !== undefined && stage !== 'queued' && stage !== 'adding' && stage !== 'added'
/** Whether nobody has said yet if it is wanted although the same file is here already. */
export const isTwin = (one: Candidate): boolean => isOpen(one) && one.twin !== undefined && !one.again
/** Whether it can be added, once it has a strand. */
export const isReady = (one: Candidate): boolean => isOpen(one) && !isTwin(one)
export const isBusy = ({ stage }: Candidate): boolean =>
  stage === 'waiting' || stage === 'sending' || stage === 'reading' || stage === 'queued' || stage === 'adding'
/** Whether something went wrong with it that may be tried again. */
export const isBad = ({ stage, why }: Candidate): boolean =>
  stage === 'unread' || stage === 'refused' || (stage === 'added' && why !== undefined)
/** Whether it makes sense to try it again. */
export const isToTry = (one: Candidate): boolean => isBad(one) && !one.isFinal && !one.isLocked
export const isToCheck = (one: Candidate): boolean =>
  isTwin(one) || (isReady(one) && !one.checked && doubts(one).length > 0)

/** Whether the file left its character set open, so that someone may choose. */
export const isUnsure = ({ found, charset }: Candidate): boolean =>
  charset !== undefined || Boolean(found?.warnings?.some((one) => /character/.test(one)))

export const speakersWord = ({ found, voices }: Candidate): string => {
  if (!found) return ''
  const n = speakersIn(voices)
  return n ? count(n, 'speaker') : m.sources_noneNamed()
}

/** As it is when nothing more is to be done: as it stood before it was read again, or added. None if it was never read. */
export function stopped(one: Candidate): Candidate | undefined {
  const { stage, source, found, asRead, why } = one
  if (stage === 'queued') return { ...one, stage: source ? 'added' : 'read' }
  if (stage !== 'waiting' && stage !== 'sending' && stage !== 'reading') return one
  if (found) return { ...one, ...asRead, stage: 'read', why: undefined, isLocked: false }
  return why === undefined ? undefined : { ...one, stage: 'unread' }
}

/** How many files can be with the server at a time. */
export const AT_ONCE = 2

export const isOut = ({ stage }: Candidate): boolean => stage === 'sending' || stage === 'reading' || stage === 'adding'

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
export function unlisted(chosen: readonly Chosen[], list: readonly Candidate[]): Chosen[] {
  const known = new Set(
    list.flatMap((one) => [identity(one), ...(one.recording ? [identity({ ...one, file: one.recording })] : [])]),
  )
  return chosen.filter((one) => !known.has(identity(one)) && known.add(identity(one)))
}

/** What tells a file from all others, and from itself once it was changed. */
export const identity = ({ file, folder }: Pick<Chosen, 'file' | 'folder'>): string =>
  `${folder}/${file.name}/${file.size}/${file.lastModified}`
