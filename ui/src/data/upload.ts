import { Refusal, Unreachable } from '../api/refusal'

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
      if (request.status < 400) resolve(request.response as T)
      else reject(Refusal.of(request.status, request.response))
    }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(body)
  })
}
