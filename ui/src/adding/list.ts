import { m } from '../paraglide/messages'
import { type Candidate, identity, isBad, isOut, renewed } from './candidate'
import { type Chosen, isZip, pathIn } from './gather'

/** In the place of a strand: each file goes where its folder or name says. */
export const BY_NAME = 'by-name'

/** The files with what follows from the others, and from the strand that is chosen for all. */
export function related(files: readonly Candidate[], strand: string): Candidate[] {
  const seen = new Map<string, Candidate>()
  return files.map((one) => {
    const { found } = one
    const twin = twinOf(one, seen)
    if (found && !seen.has(found.hash)) seen.set(found.hash, one)
    return { ...one, twin, into: one.strand ?? (strand === BY_NAME ? (found?.strand?.id ?? '') : strand) }
  })
}

function twinOf({ found, source }: Candidate, seen: ReadonlyMap<string, Candidate>): Candidate['twin'] {
  if (!found || source) return undefined
  const [here] = found.same ?? []
  if (here) return { title: here.title, source: here.id }
  const before = seen.get(found.hash)
  return before && { title: before.title, source: before.source }
}

/**
 * The list with what was chosen again in the place of what went bad or is gone from where it lay; an archive that
 * went bad makes room for what is in it.
 */
export function retaken(list: readonly Candidate[], chosen: readonly Chosen[], gone: ReadonlySet<File>): Candidate[] {
  const stays = list.filter((one) => !(isBad(one) && isZip(one.file) && chosen.some((file) => isIn(file, one))))
  return stays.map((one) => {
    const file = unsentOf(one)
    const again = file && chosen.find((other) => placeOf(other) === placeOf({ ...one, file }))
    if (!again || (one.source && again.why)) return one
    return gone.has(file) || (isBad(one) && identity(again) !== identity({ ...one, file })) ? renewed(one, again) : one
  })
}

/** The file that is still to be sent: of what is added, the recording that is missing. */
export function unsentOf(one: Candidate): File | undefined {
  if (isOut(one)) return undefined
  if (one.source) return one.why === undefined ? undefined : one.recording
  return one.file
}

const placeOf = ({ file, folder }: Pick<Chosen, 'file' | 'folder'>): string => `${folder}/${file.name}`

const isIn = ({ folder }: Chosen, archive: Candidate): boolean => `${folder}/`.startsWith(`${pathIn(archive)}/`)

/** How recordings end; those that browsers can't play are refused when they are attached. */
const recorded = /\.(mp3|m4a|m4b|mp4|m4v|mov|wav|ogg|oga|ogv|opus|webm|flac|aac|amr|wma|wmv|avi|aiff?|3gp|mkv|mpe?g)$/i

export const isRecording = ({ name }: File): boolean => recorded.test(name)

/** Puts recordings to the transcripts of the same name in the same folder. Those that are alone say so. */
export function paired(files: readonly Candidate[]): Candidate[] {
  const lone = new Map(files.filter(({ file }) => isRecording(file)).map((one) => [stem(one), one]))
  const gone = new Set<Candidate>()
  const withRecordings = files.map((one) => {
    const recording = isRecording(one.file) ? undefined : lone.get(stem(one))
    if (!recording || one.recording || isUnderway(one)) return one
    gone.add(recording)
    lone.delete(stem(one))
    return { ...one, recording: recording.file, ...(one.source ? { stage: 'queued' as const, share: 0 } : {}) }
  })
  return withRecordings.filter((one) => !gone.has(one)).map(alone)
}

const stem = ({ file, folder }: Candidate): string => `${folder}/${file.name.replace(/\.[^.]*$/, '')}`.toLowerCase()

/** What is on its way into the project takes nothing along any more. */
const isUnderway = ({ stage }: Candidate): boolean => stage === 'adding'

const alone = (one: Candidate): Candidate =>
  one.stage === 'waiting' && isRecording(one.file)
    ? { ...one, stage: 'unread', why: m.adding_recordingAlone(), isFinal: true }
    : one
