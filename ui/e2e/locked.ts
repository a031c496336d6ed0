import { createCipheriv, createHash } from 'node:crypto'

/** An Office file that asks for its password, by the protection of Office 2007. */
export function lockedOffice(file: Buffer, password: string): Buffer {
  const salt = Buffer.from('0123456789abcdef')
  const key = keyOf(password, salt)
  const verifier = Buffer.from('a verifier of 16')
  const header = u32(0x24, 0, 0x660e, 0x8004, 128, 24, 0, 0, 0)
  const info = Buffer.concat([
    u32(0x20003, 0x24, header.length),
    header,
    u32(salt.length),
    salt,
    aes(key, verifier),
    u32(20),
    aes(key, filled(sha1(verifier), 32)),
  ])
  return container({
    EncryptionInfo: filled(info, 4096),
    EncryptedPackage: Buffer.concat([u32(file.length, 0), aes(key, filled(file, 4096))]),
  })
}

function keyOf(password: string, salt: Buffer): Buffer {
  let hash = sha1(salt, Buffer.from(password, 'utf16le'))
  for (let round = 0; round < 50_000; round++) hash = sha1(u32(round), hash)
  const last = sha1(hash, u32(0))
  return sha1(Buffer.from(Array.from({ length: 64 }, (_, at) => 0x36 ^ (last[at] ?? 0)))).subarray(0, 16)
}

const sha1 = (...parts: Buffer[]) => createHash('sha1').update(Buffer.concat(parts)).digest()

function aes(key: Buffer, data: Buffer): Buffer {
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false)
  return cipher.update(filled(data, 16))
}

function u32(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * at)
  return bytes
}

/** Data with zeros after it, up to a whole number of blocks of so many bytes. */
const filled = (data: Buffer, block: number) => Buffer.concat([data, Buffer.alloc(-data.length & (block - 1))])

const END = 0xfffffffe
const FREE = 0xffffffff

/** The old file of files that Office puts round a protected one; of less than 4096 bytes, each would stand elsewhere. */
function container(streams: Record<string, Buffer>): Buffer {
  const chain = [0xfffffffd, END] // itself, and the directory
  const entries = [entry('Root Entry', 5, { child: 1 })]
  for (const [name, data] of Object.entries(streams)) {
    const first = chain.length
    for (let at = 512; at < data.length; at += 512) chain.push(chain.length + 1)
    chain.push(END)
    const right = entries.length < Object.keys(streams).length ? entries.length + 1 : FREE
    entries.push(entry(name, 2, { right, first, size: data.length }))
  }
  const head = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(16),
    Buffer.from('3e000300feff09000600', 'hex'),
    Buffer.alloc(6),
    u32(0, 1, 1, 0, 4096, END, 0, END, 0, 0),
    Buffer.alloc(108 * 4, 0xff),
  ])
  const table = Buffer.alloc(512, 0xff)
  u32(...chain).copy(table)
  const directory = filled(Buffer.concat(entries), 512)
  return Buffer.concat([head, table, directory, ...Object.values(streams).map((data) => filled(data, 512))])
}

interface Entry {
  child?: number
  right?: number
  first?: number
  size?: number
}

function entry(name: string, kind: number, { child = FREE, right = FREE, first = 0, size = 0 }: Entry): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE(2 * name.length + 2, 64)
  bytes.writeUInt16LE(kind + 0x100, 66)
  u32(FREE, right, child).copy(bytes, 68)
  u32(first, size).copy(bytes, 116)
  return bytes
}
