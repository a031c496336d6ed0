import { isReadable } from '../data/upload'
import { locale } from '../language/language'
import { m } from '../paraglide/messages'

/** A file that somebody chose, with the folders that it lay in: "Fieldwork/Mid-caps", or "". */
export interface Chosen {
  file: File
  folder: string
  /** Why it can't be read, where that is known before the server is asked. */
  why?: string
}

/** What was dropped, with the files in folders. Entries must be asked for before the event is over. */
export async function dropped({ items, files }: DataTransfer): Promise<Chosen[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? null).filter((entry) => entry !== null)
  if (!entries.length) return inOrder([...files].map((file) => ({ file, folder: '' })))
  return inOrder((await Promise.all(entries.map((entry) => inEntry(entry, '')))).flat())
}

/** What was chosen in a dialog; in a folder, each file says where it lies. */
export const picked = (files: readonly File[]): Chosen[] =>
  inOrder(files.map((file) => ({ file, folder: folderOf(file.webkitRelativePath) })))

async function inEntry(entry: FileSystemEntry, folder: string): Promise<Chosen[]> {
  try {
    if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), folder }]
    const inside = await entriesOf(entry as FileSystemDirectoryEntry)
    const path = folder ? `${folder}/${entry.name}` : entry.name
    return (await Promise.all(inside.filter(({ name }) => !isHidden(name)).map((one) => inEntry(one, path)))).flat()
  } catch {
    return [{ file: new File([], entry.name), folder, why: m.adding_unreadable() }] // the others may be whole
  }
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject)
  })

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const inside: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (!some.length) return inside // a folder is told in parts
    inside.push(...some)
  }
}

/** The files themselves, with those in zip archives in the place of the archives. */
export async function unpacked(chosen: readonly Chosen[]): Promise<Chosen[]> {
  const all: Chosen[] = []
  for (const one of chosen) all.push(...(isZip(one.file) ? await inZip(one) : [one]))
  return all
}

export const isZip = ({ name }: File): boolean => /\.zip$/i.test(name)

async function inZip({ file, folder }: Chosen): Promise<Chosen[]> {
  const { unzip, Unpackable } = await import('./unzip')
  const path = pathIn({ file, folder })
  try {
    const files = await unzip(file)
    return inOrder(files.map((one) => ({ ...one, folder: [path, one.folder].filter(Boolean).join('/') })))
  } catch (error) {
    const why = error instanceof Unpackable ? error.message : m.adding_zipTorn()
    return [{ file, folder, why: (await isReadable(file)) ? why : m.api_fileGone() }]
  }
}

/** The folders in which the files of an archive lie. */
export const pathIn = ({ file, folder }: Pick<Chosen, 'file' | 'folder'>): string =>
  [folder, file.name.replace(/\.zip$/i, '')].filter(Boolean).join('/')

/** Those of some files that are no longer on the disk as they were chosen. */
export async function goneOf(files: readonly File[]): Promise<Set<File>> {
  const are = await Promise.all(files.map(isReadable))
  return new Set(files.filter((_, at) => !are[at]))
}

export const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')

/** Without what systems hide in folders, in the order of names. */
const inOrder = (files: readonly Chosen[]): Chosen[] =>
  files
    .filter(({ file, folder }) => !isHidden(file.name) && !folder.split('/').some(isHidden))
    .sort((a, b) => pathOf(a).localeCompare(pathOf(b), locale(), { numeric: true }))

const pathOf = ({ file, folder }: Chosen): string => `${folder}/${file.name}`

/** Whether a file or folder is one of those that systems and programs leave about. */
export const isHidden = (name: string): boolean => /^(\..|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i.test(name)
