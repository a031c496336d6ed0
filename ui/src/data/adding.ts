import type { Imported, Preview } from '../api/names'
import { Refusal, Unreachable } from '../api/refusal'

/** A label in a file and who speaks under it; without a name it is no speaker. */
export interface SpeakerRule {
  label: string
  name: string
  moderator: boolean
}

export interface ImportOptions {
  charset?: string
  speakers?: SpeakerRule[]
}

/** Tells how much of the file has gone, from 0 to 1; at 1 the server is reading it. */
export type Progress = (share: number) => void

/** What a file would become. */
export const preview = (project: string, file: File, options: ImportOptions, signal: AbortSignal, progress: Progress) =>
  upload<Preview>(`/api/projects/${project}/sources/preview`, form({ file, options }), signal, progress)

interface ToImport {
  file: File
  strand: string
  title: string
  options: ImportOptions
}

/** Makes a source of a file. */
export const importFile = (project: string, body: ToImport, signal: AbortSignal, progress: Progress) =>
  upload<Imported>(`/api/projects/${project}/sources`, form(body), signal, progress)

function form({ file, strand, title, options }: { file: File; options: ImportOptions } & Partial<ToImport>): FormData {
  const data = new FormData()
  if (strand) data.set('strand', strand)
  if (title) data.set('title', title)
  data.set('options', JSON.stringify(options))
  data.set('file', file, file.name)
  return data
}

/** Sends a form; fetch can't tell how far it has come, so this is the older way. */
function upload<T>(url: string, body: FormData, signal: AbortSignal, progress: Progress): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0)
    request.upload.onload = () => progress(1)
    request.onload = () => {
      if (request.status < 400) resolve(request.response as T)
      else reject(Refusal.of(request.status, request.response))
    }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}
