import { crc32, inflateRawSync } from 'node:zlib'

/** A zip archive of texts by name, as Word reads it; nothing is compressed. */
export function zip(texts: Record<string, string>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(texts)) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)]
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0) // the version that is needed
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(data.length, 18)
    about.writeUInt16LE(title.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, title, data])
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, place, title)
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listed, end])
}

/** The text of one file in a zip archive. */
export function unzip(archive: Buffer, name: string): string {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  for (let at = archive.readUInt32LE(end + 16); at < end; ) {
    const titled = archive.readUInt16LE(at + 28)
    if (archive.toString('utf8', at + 46, at + 46 + titled) === name) return read(archive, at)
    at += 46 + titled + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  throw new Error(`the archive has no ${name}`)
}

function read(archive: Buffer, entry: number): string {
  const local = archive.readUInt32LE(entry + 42)
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const data = archive.subarray(from, from + archive.readUInt32LE(entry + 20))
  return (archive.readUInt16LE(entry + 10) ? inflateRawSync(data) : data).toString()
}
