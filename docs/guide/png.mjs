import { deflateSync } from 'node:zlib'

/** Turns a picture into a PNG with a palette of 256 colours, a third of its size. A blank page decodes it. */
export async function small(page, png) {
  const { width, height, palette, rows } = await page.evaluate(indexed, png.toString('base64'))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8) // 8 bits each, of a palette
  const chunks = [['IHDR', header], ['PLTE', Buffer.from(palette)], ['IDAT', deflateSync(Buffer.from(rows, 'base64'), { level: 9 })], ['IEND', Buffer.alloc(0)]]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks.map(([name, data]) => chunk(name, data))])
}

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(named, 4)
  whole.writeUInt32BE(crc(named), named.length + 4)
  return whole
}

function crc(bytes) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

/** In the page: the most frequent colours, then those worst served by them; each pixel takes the nearest. */
async function indexed(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const { width, height } = image
  const context = new OffscreenCanvas(width, height).getContext('2d')
  context.drawImage(image, 0, 0)
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)

  const counts = new Map()
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
  const parts = (pixel) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]
  const far = (a, b) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2
  const colours = [...counts].sort((a, b) => b[1] - a[1]).map(([pixel, count]) => ({ pixel, count, at: parts(pixel), index: 0, off: Infinity }))
  const palette = []
  const serve = (one) => {
    for (const each of colours) {
      const off = far(each.at, one.at)
      if (off < each.off) Object.assign(each, { off, index: palette.length })
    }
    palette.push(one)
  }
  for (const one of colours.slice(0, 160)) serve(one)
  while (palette.length < 256) {
    const worst = colours.reduce((a, b) => (b.off * b.count > a.off * a.count ? b : a))
    if (worst.off === 0) break
    serve(worst)
  }

  const index = new Map(colours.map((one) => [one.pixel, one.index]))
  const rows = new Uint8Array(height * (width + 1)) // each row begins with its filter, none
  pixels.forEach((pixel, i) => (rows[i + Math.floor(i / width) + 1] = index.get(pixel)))
  let letters = ''
  for (let i = 0; i < rows.length; i += 8192) letters += String.fromCharCode(...rows.subarray(i, i + 8192))
  return { width, height, palette: palette.flatMap(({ at }) => at), rows: btoa(letters) }
}
