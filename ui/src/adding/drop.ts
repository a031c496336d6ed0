import { type DragEvent, useState } from 'react'
import { locale } from '../language/language'
import { m } from '../paraglide/messages'
import './drop.css'

/** Lets files and folders be dropped on an element. */
export function useDrop(onFiles: (files: File[]) => void) {
  const [depth, setDepth] = useState(0)
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes(m.adding_files())
  return {
    isOver: depth > 0,
    target: {
      onDragEnter: (event: DragEvent) => {
        if (carriesFiles(event)) setDepth((now) => now + 1)
      },
      onDragLeave: (event: DragEvent) => {
        if (carriesFiles(event)) setDepth((now) => Math.max(0, now - 1))
      },
      onDragOver: (event: DragEvent) => {
        if (carriesFiles(event)) event.preventDefault()
      },
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setDepth(0)
        void filesIn(event.dataTransfer).then(onFiles)
      },
    },
  }
}

/** What was dropped, with the files in folders. Entries must be asked for before the event is over. */
async function filesIn({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (!entries.length) return visible([...files])
  return visible((await Promise.all(entries.map(filesOf))).flat())
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (!some.length) break // a folder is told in parts
    inside.push(...some)
  }
  return (await Promise.all(inside.map(filesOf))).flat()
}

/** Without what systems hide in folders, in the order of names. */
export const visible = (files: readonly File[]): File[] =>
  files
    .filter(({ name }) => !/^(\.|~\$|Thumbs\.db$|desktop\.ini$)/.test(name))
    .sort((a, b) => a.name.localeCompare(b.name, locale(), { numeric: true }))
