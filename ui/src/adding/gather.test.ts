import { expect, it } from 'vitest'
import { dropped } from './gather'

const fileEntry = (name: string, file?: File) => ({
  isFile: true,
  name,
  file: (found: (file: File) => void, lost: (why: unknown) => void) =>
    file ? found(file) : lost(new DOMException('gone', 'NotFoundError')),
})

const folderEntry = (name: string, inside: object[]) => ({
  isFile: false,
  name,
  createReader: () => ({ readEntries: (found: (some: object[]) => void) => found(inside.splice(0, 2)) }),
})

it('takes a folder that is told in parts, and what can’t be read there says so', async () => {
  const named = (name: string) => fileEntry(name, new File(['words'], name))
  const folder = folderEntry('Field', [named('B.txt'), fileEntry('C.txt'), named('.DS_Store'), named('A.txt')])
  const data = { items: [{ webkitGetAsEntry: () => folder }], files: [] }
  const chosen = await dropped(data as unknown as DataTransfer)
  expect(chosen.map(({ folder, file, why }) => [folder, file.name, why])).toEqual([
    ['Field', 'A.txt', undefined],
    ['Field', 'B.txt', undefined],
    ['Field', 'C.txt', expect.stringContaining('can’t be read from the disk')],
  ])
})
