/**
 * A WAV of so many seconds of quiet tones, a different one every second; the pictures of the guide take it too.
 *
 * @param {number} seconds
 * @returns {Buffer}
 */
export function wav(seconds) {
  const rate = 8000
  const samples = Buffer.alloc(seconds * rate)
  for (let at = 0; at < samples.length; at++) {
    const pitch = 220 * 2 ** (((Math.floor(at / rate) * 5) % 12) / 12)
    samples[at] = 128 + Math.round(20 * Math.sin((2 * Math.PI * pitch * at) / rate))
  }
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
