/**
 * Synthetic interviews, the same for the same size: turns with times, emoji, combining marks, CJK, right-to-left
 * words, and codings that overlap. All positions are code points.
 */

const syllables = 'ka lo mi ter ven sa ru pol den ist al on tre bi cor fa ge hin ju per que sta tion um ver wo'.split(
  ' ',
)
const rare = [
  '🙂',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '👍🏽',
  'e\u0301te\u0301',
  'Zu\u0308rich',
  'Ärger',
  '東京',
  '日本語',
  'مرحبا',
  'שלום',
  '𝒳-wave',
]
const dyes = 'madder annatto moss verdigris woad indigo fustic walnut cochineal logwood lichen oakgall'.split(' ')
const people = ['Helen', 'Imran', 'Rukhsana']

/** Numbers in [0, 1) that only look random. */
function numbers(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function vocabulary(next) {
  return Array.from({ length: 900 }, () =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => syllables[Math.floor(next() * syllables.length)]).join(''),
  )
}

function utterance(length, next, vocabulary) {
  const words = []
  let inSentence = 0
  for (let i = 0; i < length; i++) {
    const known = vocabulary[Math.floor(next() ** 1.7 * vocabulary.length)]
    let word = next() < 0.008 ? rare[Math.floor(next() * rare.length)] : known
    if (inSentence++ === 0) word = word.charAt(0).toUpperCase() + word.slice(1)
    if ((inSentence > 6 && next() < 0.12) || i === length - 1) {
      word += '.'
      inSentence = 0
    } else if (next() < 0.06) word += ','
    words.push(word)
  }
  return words.join(' ')
}

function transcript(words, next) {
  const known = vocabulary(next)
  const turns = []
  const texts = []
  let [left, start, fromMs] = [words, 0, 0]
  while (left > 0) {
    const moderator = turns.length % 2 === 0
    const wanted = moderator ? 5 + next() * 35 : 20 + next() ** 1.6 * 190
    const length = Math.min(left, Math.floor(wanted))
    const text = utterance(length, next, known)
    const end = start + [...text].length
    const speaker = moderator ? 'Moderator' : people[turns.length % 3]
    turns.push({ index: turns.length, start, end, speaker, moderator, fromMs: Math.round(fromMs) })
    texts.push(text)
    left -= length
    start = end + 1
    fromMs += length * 380 + 1000
  }
  return { text: texts.join('\n'), turns }
}

/** A fifth are whole turns, a twentieth go over several. */
function span(turns, next) {
  const kind = next()
  const turn = turns[Math.floor(next() * (turns.length - 4))]
  const length = turn.end - turn.start
  if (kind < 0.2) return [turn.start, turn.end]
  if (kind < 0.25) {
    const last = turns[turn.index + 1 + Math.floor(next() * 3)]
    return [turn.start + Math.floor(length / 3), last.start + Math.max(1, Math.floor((last.end - last.start) / 2))]
  }
  const wanted = Math.min(length, Math.round(20 + next() ** 2 * 500))
  const start = turn.start + Math.floor(next() * (length - wanted))
  return [start, start + wanted]
}

export function generate(words, codings) {
  const { text, turns } = transcript(words, numbers(words))
  const next = numbers(words + codings)
  const codes = Array.from({ length: 60 }, (_, i) => {
    const form = Math.floor(i / dyes.length) % 2 ? 'open' : ''
    return [`code${i}`, { name: `Barriers of kind ${i + 1}`, dye: dyes[i % dyes.length], form }]
  })
  const coders = people.map((name, i) => [`coder${i}`, { name, pattern: i + 1 }])
  const drawn = Array.from({ length: codings }, (_, i) => {
    const [start, end] = span(turns, next)
    const code = `code${Math.floor(next() ** 1.5 * codes.length)}`
    const coder = `coder${Math.floor(next() ** 2 * coders.length)}`
    return { id: `coding${i}`, passage: `passage${i}`, start, end, code, coder, at: '2026-05-12T10:00:00Z' }
  })
  return { text, turns, codings: drawn, codes, coders }
}
