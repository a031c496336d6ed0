import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpacked } from './gather'
import { limits, Unpackable, unzip } from './unzip'

interface Packing {
  /** What the directory says, where that is not the truth. */
  size?: number
  flags?: number
  /** Whether the bytes were harmed on their way. */
  isHarmed?: boolean
}

/** A zip archive; names are written as bytes of Latin 1 characters. */
function zip(files: [name: string, text: string, how?: Packing][]): Blob {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, text, { size, flags = 0, isHarmed } = {}] of files) {
    const [title, data] = [Buffer.from(name, 'latin1'), deflateRawSync(text)]
    const about = Buffer.alloc(26)
    about.writeUInt16LE(flags, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(isHarmed ? `${text} once` : text), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(size ?? Buffer.byteLength(text), 18)
    about.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, title, data])
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, place, title]))
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(list.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return new Blob([Buffer.concat([...parts, directory, end])])
}

const told = async (archive: Blob) =>
  Promise.all(
    (await unzip(archive)).map(async ({ file, folder, why }) => [folder, file.name, why ?? (await file.text())]),
  )

describe('a zip archive', () => {
  it('gives its files with their folders, and nothing that systems hide in it', async () => {
    const archive = zip([
      ['Mid-caps/', ''],
      ['Mid-caps/M01.txt', 'words'],
      ['../../etc/D01.txt', 'out'],
      ['C:\\Users\\D02.txt', 'back'],
      ['__MACOSX/Mid-caps/._M01.txt', 'x'],
      ['Mid-caps/.DS_Store', 'x'],
      ['Mid-caps/~$M01.docx', 'x'],
      ['M\x81ller.txt', 'old name'],
    ])
    expect(await told(archive)).toEqual([
      ['Mid-caps', 'M01.txt', 'words'],
      ['etc', 'D01.txt', 'out'],
      ['C:/Users', 'D02.txt', 'back'],
      ['', 'Müller.txt', 'old name'],
    ])
  })

  it('gives of a file what was packed, and never more than its list says', async () => {
    const archive = zip([
      ['lies.txt', 'a'.repeat(100_000), { size: 10 }],
      ['short.txt', 'a', { size: 10 }],
      ['harmed.txt', 'words', { isHarmed: true }],
      ['whole.txt', 'whole'],
    ])
    expect(await told(archive)).toEqual([
      ['', 'lies.txt', 'The archive is damaged or cut off: pack it anew.'],
      ['', 'short.txt', 'The archive is damaged or cut off: pack it anew.'],
      ['', 'harmed.txt', 'The archive is damaged or cut off: pack it anew.'],
      ['', 'whole.txt', 'whole'],
    ])
  })

  it('says which files it can’t give', async () => {
    const archive = zip([
      ['bomb.txt', '', { size: 100 * 2 ** 20 }],
      ['locked.txt', 'x', { flags: 1 }],
    ])
    expect(await told(archive)).toEqual([
      ['', 'bomb.txt', expect.stringContaining('unpacks to far more')],
      ['', 'locked.txt', expect.stringContaining('protected with a password')],
    ])
  })

  it('is refused whole where it holds too much, before anything is unpacked', async () => {
    const many = zip(Array.from({ length: limits.files + 1 }, (_, n) => [`${n}.txt`, '']))
    await expect(unzip(many)).rejects.toThrow(/more than 2,000 files/)
    const large = zip(Array.from({ length: 3 }, (_, n) => [`${n}.txt`, '', { size: 2 ** 29 }]))
    await expect(unzip(large)).rejects.toThrow(Unpackable)
  })

  it('that is cut off becomes one file that says so', async () => {
    const torn = zip([['a.txt', 'words']]).slice(0, 40)
    const [one] = await unpacked([{ file: new File([torn], 'Torn.zip'), folder: 'Field' }])
    expect([one?.file.name, one?.folder, one?.why]).toEqual([
      'Torn.zip',
      'Field',
      'The archive is damaged or cut off: pack it anew.',
    ])
  })

  it('stands as a folder among the others', async () => {
    const file = new File([zip([['Mid-caps/M01.txt', 'x']])], 'All.zip')
    const files = await unpacked([{ file, folder: 'Field' }])
    expect(files.map(({ folder }) => folder)).toEqual(['Field/All/Mid-caps'])
  })
})
