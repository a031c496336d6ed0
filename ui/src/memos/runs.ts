import type { Link } from '../api/names'
import type { Run } from './markdown'

type Leading = Pick<Run, 'url' | 'mention'>

/** A part of a block: words, or stars at which bold or italic may begin or end. */
interface Piece {
  text: string
  link?: Leading
  /** As they were written; 0 for words. */
  stars: number
  /** Those that mark nothing. */
  left: number
  opens: boolean
  closes: boolean
  /** 1 when the look begins here, -1 when it ends. */
  bold: number
  italic: number
}

const piece = (text: string, link: Leading | undefined, stars = 0, opens = false, closes = false): Piece => ({
  text,
  link,
  stars,
  left: stars,
  opens,
  closes,
  bold: 0,
  italic: 0,
})

/** Reads what stands within a block. */
export function readRuns(text: string): Run[] {
  const pieces = readPieces(text)
  pair(pieces, 2, 'bold')
  pair(pieces, 1, 'italic')
  const runs: { run: Run; link?: Leading }[] = []
  let [bold, italic] = [0, 0]
  for (const { text, link, left, ...begins } of pieces) {
    bold += begins.bold
    italic += begins.italic
    const said = text + '*'.repeat(left)
    const last = runs.at(-1)
    if (!said) continue
    const look = { ...(bold > 0 && { bold: true }), ...(italic > 0 && { italic: true }) }
    if (last && last.link === link && last.run.bold === look.bold && last.run.italic === look.italic)
      last.run.text += said
    else runs.push({ link, run: { text: said, ...look, ...link } })
  }
  return runs.map(({ run }) => run)
}

const token = /\\[!-/:-@[-`{-~]|\*+|\[|[^\\*[\]]+|[\s\S]/gy

/** Splits a block into words and stars, each with the link that it belongs to. */
function readPieces(text: string): Piece[] {
  const closing = brackets(text)
  const pieces: Piece[] = []
  let words = ''
  let link: (Leading & { end: number; after: number }) | undefined
  let look: Leading | undefined
  const flush = () => {
    if (words) pieces.push(piece(words, look))
    words = ''
  }
  const leave = (after: number) => {
    flush()
    link = look = undefined
    return after
  }
  for (let at = 0; at < text.length; ) {
    if (at === link?.end) {
      at = leave(link.after)
      continue
    }
    token.lastIndex = at
    const [found = ''] = token.exec(text) ?? []
    const after = at + found.length
    const end = closing.get(at) ?? 0
    const target = found === '[' && !link && end > at + 1 ? readTarget(text, end + 1) : undefined
    if (found.startsWith('*')) {
      flush()
      pieces.push(piece('', look, found.length, isSaid(text[after]), isSaid(text[at - 1])))
    } else if (target) {
      flush()
      look = target.link
      link = { ...target.link, end, after: target.after }
    } else words += found.length === 2 && found.startsWith('\\') ? found.slice(1) : found
    at = after
  }
  flush()
  return pieces
}

const isSaid = (letter: string | undefined): boolean => letter !== undefined && !' \t\n'.includes(letter)

/** For each opening bracket the one that closes it. */
function brackets(text: string): Map<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '[') open.push(at)
    else if (text[at] === ']' && open.length) closing.set(open.pop() as number, at)
  }
  return closing
}

const target =
  /\((?:(https?:\/\/[^ \t\n()<>]+)|(code|passage|source|strand):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))\)/iy

/** Where a link leads, and where what follows it begins; undefined when it leads nowhere. */
function readTarget(text: string, at: number): { link: Leading; after: number } | undefined {
  target.lastIndex = at
  const [all, url, kind, id] = target.exec(text) ?? []
  if (all === undefined) return undefined
  if (url) return { link: { url }, after: at + all.length }
  if (kind !== kind?.toLowerCase()) return undefined
  return { link: { mention: { kind: kind as Link['kind'], id: (id as string).toLowerCase() } }, after: at + all.length }
}

/**
 * Finds where a look begins and ends: two stars turn bold on and off, one italic, three both. Stars open before a
 * word and close after one; those that find no other stay as they are.
 */
function pair(pieces: Piece[], stars: number, look: 'bold' | 'italic'): void {
  let open = -1
  pieces.forEach((close, at) => {
    if (close.stars !== stars && close.stars !== 3) return
    if (open < 0) open = close.opens ? at : -1
    else if (close.closes && at > open + 1) {
      const [opening, first] = pieces.slice(open) as [Piece, Piece]
      opening.left -= stars
      close.left -= stars
      first[look]++
      close[look]--
      open = -1
    }
  })
}
