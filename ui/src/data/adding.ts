import type { Imported, Preview, TableRule } from '../api/names'
import { type Progress, upload } from './upload'

/** A label in a file and who speaks under it; without a name it is no speaker. */
export interface SpeakerRule {
  label: string
  name: string
  moderator: boolean
  /** The id of the case that they are tied to. */
  case?: string
}

export interface ImportOptions {
  charset?: string
  password?: string
  language?: string
  table?: TableRule
  speakers?: SpeakerRule[]
}

interface ToPreview {
  file: File
  /** The folders it lay in, which may tell its strand. */
  folder: string
  options: ImportOptions
}

/** What a file would become. */
export const preview = (project: string, body: ToPreview, signal: AbortSignal, progress: Progress) =>
  upload<Preview>('POST', `/api/projects/${project}/sources/preview`, form(body), signal, progress)

interface ToImport {
  file: File
  strand: string
  title: string
  options: ImportOptions
}

/** Makes a source of a file. */
export const importFile = (project: string, body: ToImport, signal: AbortSignal, progress: Progress) =>
  upload<Imported>('POST', `/api/projects/${project}/sources`, form(body), signal, progress)

function form({ file, folder, strand, title, options }: Partial<ToPreview & ToImport> & { file: File }): FormData {
  const data = new FormData()
  if (folder) data.set('folder', folder)
  if (strand) data.set('strand', strand)
  if (title) data.set('title', title)
  data.set('options', JSON.stringify(options))
  data.set('file', file, file.name)
  return data
}
