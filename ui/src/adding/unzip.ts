import { m } from '../paraglide/messages'
import { crc32 } from './crc32'
import { type Chosen, folderOf, isHidden } from './gather'

/** What an archive may hold; all is checked before anything is unpacked, and once more while it is. */
export const limits = {
  files: 2000,
  /** Bytes of all files, unpacked. */
  unpacked: 2 ** 30,
  /** Unpacked to packed, for files larger than `free` bytes. */
  ratio: 200,
  free: 10 * 2 ** 20,
  /** Bytes of the archive's list of files. */
  directory: 4 * 2 ** 20,
}

/** An archive that is not unpacked, and why in a sentence. */
export class Unpackable extends Error {}

/** A file as the archive lists it; sizes are bytes. */
interface Entry {
  path: string
  packed: number
  size: number
  method: number
  /** The check sum of what it unpacks to. */
  sum: number
  at: number
  isLocked: boolean
}

// Why no library does this: docs/adr/0009-archives-are-unpacked-by-the-browser.md.

/** The files in a zip archive, each in its folder there. One that can't be unpacked says why. */
export async function unzip(archive: Blob): Promise<Chosen[]> {
  const entries = (await listed(archive)).filter(
    ({ path }) => path && !path.endsWith('/') && !path.split('/').some(isHidden),
  )
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (entries.length > limits.files || total > limits.unpacked) throw new Unpackable(m.adding_zipLarge())
  const files: Chosen[] = []
  for (const entry of entries) files.push(await opened(archive, entry))
  return files
}

async function opened(archive: Blob, entry: Entry): Promise<Chosen> {
  const { path, isLocked, size, packed } = entry
  const place = { folder: folderOf(path) }
  const named = (parts: BlobPart[]) => new File(parts, path.slice(path.lastIndexOf('/') + 1), { lastModified: 0 })
  if (isLocked) return { ...place, file: named([]), why: m.adding_zipLocked() }
  if (size > limits.free && size / limits.ratio > packed) return { ...place, file: named([]), why: m.adding_zipBomb() }
  try {
    return { ...place, file: named(await partsOf(archive, entry)) }
  } catch {
    return { ...place, file: named([]), why: m.adding_zipTorn() } // the rest of the archive may be whole
  }
}

/** The bytes of a file: those that were packed, and never more than the archive says. */
async function partsOf(archive: Blob, { at, packed, size, method, sum }: Entry): Promise<BlobPart[]> {
  if (method !== 0 && method !== 8) throw new Unpackable()
  const head = await viewOf(archive.slice(at, at + 30))
  const from = at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  const data = archive.slice(from, from + packed)
  const plain = method ? data.stream().pipeThrough(new DecompressionStream('deflate-raw')) : data.stream()
  const parts: BlobPart[] = []
  let [left, found] = [size, 0]
  const reader = plain.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    left -= next.value.length
    if (left < 0) await reader.cancel()
    if (left < 0) throw new Unpackable()
    found = crc32(next.value, found)
    if (method) parts.push(next.value)
  }
  if (left || found !== sum) throw new Unpackable()
  return method ? parts : [data]
}

/** The archive's list of files, which stands at its end. */
async function listed(archive: Blob): Promise<Entry[]> {
  const tail = await viewOf(archive.slice(Math.max(0, archive.size - 0x10016)))
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new Unpackable(m.adding_zipTorn())
  const [count, bytes] = [tail.getUint16(end + 10, true), tail.getUint32(end + 12, true)]
  const first = archive.size - tail.byteLength + end - bytes
  const shift = first - tail.getUint32(end + 16, true) // something may stand before the archive
  if (count > 2 * limits.files || bytes > limits.directory) throw new Unpackable(m.adding_zipLarge())
  if (first < 0 || shift < 0) throw new Unpackable(m.adding_zipTorn())
  return inDirectory(await viewOf(archive.slice(first, first + bytes)), count, shift)
}

function inDirectory(view: DataView, count: number, shift: number): Entry[] {
  const entries: Entry[] = []
  let at = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new Unpackable(m.adding_zipTorn())
    const [named, more] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)]
    if (at + 46 + named > view.byteLength) throw new Unpackable(m.adding_zipTorn())
    entries.push({
      path: pathIn(new Uint8Array(view.buffer, at + 46, named)),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      at: view.getUint32(at + 42, true) + shift,
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + named + more + view.getUint16(at + 32, true)
  }
  return entries
}

const viewOf = async (blob: Blob): Promise<DataView> => new DataView(await blob.arrayBuffer())

/** A name without steps that would lead out of the archive; a folder's ends with a slash. */
function pathIn(bytes: Uint8Array): string {
  const steps = decoded(bytes).replaceAll('\\', '/').split('/')
  return steps.filter((step, at) => step !== '.' && step !== '..' && (step || at === steps.length - 1)).join('/')
}

/** The upper half of code page 437, in which old programs write names. */
const upper = [
  'Ç',
  'üéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
].join('')

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return [...bytes].map((byte) => (byte < 128 ? String.fromCharCode(byte) : upper[byte - 128])).join('')
  }
}
