import { createHash } from 'node:crypto'

/** A line on a page: where it begins, in points from the left bottom corner, and its words. */
export interface Printed {
  x: number
  y: number
  words: string
}

/** A PDF of A4 pages in Helvetica, as short as programs read it. */
export function pdfFile(...pages: Printed[][]): Buffer {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((lines, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * i} 0 R>>`,
      stream(lines.map(({ x, y, words }) => `BT /F1 12 Tf ${x} ${y} Td (${words}) Tj ET`).join('\n')),
    ]),
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n`)
}

const stream = (content: string) => `<</Length ${content.length}>>\nstream\n${content}\nendstream`

/** What fills passwords up, by the rules of PDF. */
const filling = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const padded = (password: string) => Buffer.concat([Buffer.from(password), filling]).subarray(0, 32)
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest()

/** A PDF of one line that asks for its password, in the oldest of its protections. */
export function lockedPdf(words: string, password: string): Buffer {
  const id = Buffer.from('0123456789abcdef')
  const owner = rc4(md5(padded(password)).subarray(0, 5), padded(password))
  const key = md5(padded(password), owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id).subarray(0, 5)
  const content = rc4(
    md5(key, Buffer.from([5, 0, 0, 0, 0])).subarray(0, 10),
    Buffer.from(`BT /F1 12 Tf 72 700 Td (${words}) Tj ET`),
  )
  const [open, ...rest] = pdfFile([{ x: 0, y: 0, words: '' }])
    .toString('latin1')
    .split(/(?=5 0 obj)/)
  const after = rest.join('').replace(/^[\s\S]*?endobj\n/, '')
  const lock = `6 0 obj\n<</Filter/Standard/V 1/R 2/P -4/O<${owner.toString('hex')}>/U<${rc4(key, filling).toString('hex')}>>>\nendobj\n`
  const stream = Buffer.concat([
    Buffer.from(`5 0 obj\n<</Length ${content.length}>>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const trailer = after.replace('/Size 6', `/Size 7/Encrypt 6 0 R/ID[<${id.toString('hex')}><${id.toString('hex')}>]`)
  return Buffer.concat([Buffer.from(open ?? '', 'latin1'), stream, Buffer.from(lock + trailer)])
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, at) => at)
  const swap = (a: number, b: number) => {
    const kept = box[a] as number
    box[a] = box[b] as number
    box[b] = kept
  }
  for (let at = 0, by = 0; at < 256; at++) {
    by = (by + (box[at] as number) + (key[at % key.length] as number)) & 255
    swap(at, by)
  }
  let [at, by] = [0, 0]
  return Buffer.from(
    data.map((byte) => {
      at = (at + 1) & 255
      by = (by + (box[at] as number)) & 255
      swap(at, by)
      return byte ^ (box[((box[at] as number) + (box[by] as number)) & 255] as number)
    }),
  )
}
