import { importFile, preview } from '../data/adding'
import { putRecording } from '../data/recordings'
import type { Progress } from '../data/upload'
import { type Candidate, titleOf } from './candidate'
import { kept, type Naming, named, rulesOf, voiceOf } from './cast'

/** Asks the server what a file would become. `titled` is how it is called by then: someone may have typed meanwhile. */
export async function look(
  project: string,
  one: Candidate,
  titled: () => string | undefined,
  names: ReadonlyMap<string, Naming>,
  signal: AbortSignal,
  progress: Progress,
): Promise<Partial<Candidate>> {
  const { file, folder, charset, password, table } = one
  const found = await preview(project, { file, folder, options: { charset, password, table } }, signal, progress)
  const voices = named((found.speakers ?? []).map(voiceOf), names)
  const title = titled()
  const isOwn = title && title !== titleOf(file.name)
  return {
    stage: 'read',
    why: undefined,
    isLocked: false,
    asRead: { charset, password, table },
    found,
    voices: kept(voices, one.voices),
    title: isOwn ? title : found.title || titleOf(file.name),
  }
}

/** Makes a source of a file, and attaches its recording. `onSource` hears of the source before the recording has gone. */
export async function bring(
  project: string,
  one: Candidate,
  onSource: (made: Pick<Candidate, 'source' | 'sources'>) => void,
  signal: AbortSignal,
  progress: Progress,
): Promise<Partial<Candidate>> {
  let { source } = one
  if (!source) {
    const { file, title, charset, password, table, language, voices, into: strand } = one
    const options = { charset, password, table, language, speakers: rulesOf(voices) }
    const { id, others } = await importFile(project, { file, title, strand, options }, signal, progress)
    source = id
    onSource({ source, sources: 1 + (others ?? []).length })
  }
  if (one.recording) await putRecording(project, source, one.recording, signal, progress)
  return { stage: 'added', why: undefined }
}
