import { Refusal, Unreachable } from '../api/refusal'

/** A file that came whole, under the name that the server gives it. */
export interface Downloaded {
  blob: Blob
  name: string
}

/** How much is held as an array, in bytes, before the browser may put it on the disk. */
const PIECE = 8 << 20

/**
 * Fetches a file and tells how many bytes have come: none while the server is making it. Throws a refusal in the
 * server's words, and the signal's reason when it was stopped.
 */
export async function download(
  address: string,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<Downloaded> {
  const lost = () => {
    signal.throwIfAborted()
    throw new Unreachable()
  }
  const answer = await fetch(address, { signal }).catch(lost)
  if (!answer.ok) throw Refusal.of(answer.status, await answer.json().catch(() => null))
  const parts = await gather(answer, progress).catch(lost)
  const type = answer.headers.get('Content-Type') ?? ''
  return { blob: new Blob(parts, { type }), name: nameIn(answer.headers.get('Content-Disposition') ?? '') }
}

async function gather({ body }: Response, progress: (bytes: number) => void): Promise<Blob[]> {
  const parts: Blob[] = []
  let piece: Uint8Array<ArrayBuffer>[] = []
  let held = 0
  let bytes = 0
  const reader = body?.getReader()
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    piece.push(read.value)
    held += read.value.length
    bytes += read.value.length
    progress(bytes)
    if (held < PIECE) continue
    parts.push(new Blob(piece))
    piece = []
    held = 0
  }
  return [...parts, new Blob(piece)]
}

/** The name of a file in the header of an answer; what can't be read there is called a download. */
export function nameIn(disposition: string): string {
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  try {
    return name ? decodeURIComponent(name) : 'download'
  } catch {
    return 'download'
  }
}
