/** A piece of two texts: in both, in the older one only, or in the newer one only. */
export interface Piece {
  is: 'same' | 'gone' | 'new'
  text: string
}

/** The most comparisons of words; beyond it what lies between the equal ends is told as replaced. */
const MOST = 1_000_000

/** How a text became another, word by word. The pieces that are not gone make the newer text, those not new the older. */
export function differences(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const middle = compared(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const same = (text: string[]): Piece => ({ is: 'same', text: text.join('') })
  return joined([same(a.slice(0, head)), ...middle, same(a.slice(a.length - tail))])
}

/** Words with the spaces after them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|^\s+/g) ?? []

function compared(a: string[], b: string[]): Piece[] {
  if (a.length * b.length > MOST) return replaced(a, b)
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [old = '', fresh = ''] = [a[i], b[j]]
    const is = old === fresh ? 'same' : at(i + 1, j) >= at(i, j + 1) ? 'gone' : 'new'
    pieces.push({ is, text: is === 'new' ? fresh : old })
    if (is !== 'new') i++
    if (is !== 'gone') j++
  }
  return [...pieces, ...replaced(a.slice(i), b.slice(j))]
}

const replaced = (a: string[], b: string[]): Piece[] => [
  { is: 'gone', text: a.join('') },
  { is: 'new', text: b.join('') },
]

/** Neighbours of one kind as one piece, without empty ones. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (!piece.text) continue
    if (last?.is === piece.is) out[out.length - 1] = { is: piece.is, text: last.text + piece.text }
    else out.push(piece)
  }
  return out
}
