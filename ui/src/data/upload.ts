import { fill } from '../api/client'
import { FileGone, Refusal, Unreachable } from '../api/refusal'

/** Tells how much of the file has gone, from 0 to 1; at 1 the server is reading it. */
export type Progress = (share: number) => void

/** Sends a form; fetch can't tell how far it has come, so this is the older way. */
export function upload<T>(
  method: 'POST' | 'PUT',
  url: string,
  body: FormData,
  signal: AbortSignal,
  progress: Progress,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0)
    request.upload.onload = () => progress(1)
    request.onload = () => {
      if (request.status < 400) resolve(fill(request.response) as T)
      else reject(Refusal.of(request.status, request.response))
    }
    request.onerror = () => void whyNot(body).then(reject)
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}

/** Why a form could not be sent. Browsers say only that it was not. */
async function whyNot(body: FormData): Promise<Error> {
  const files = [...body.values()].filter((value) => value instanceof File)
  const areThere = await Promise.all(files.map(isReadable))
  return areThere.every(Boolean) ? new Unreachable() : new FileGone()
}

/** Whether a file is still as it was when it was chosen. */
export const isReadable = (file: Blob): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )
