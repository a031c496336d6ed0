/** What the layout of pages knows of a piece. */
export interface Measured {
  /** In CSS pixels, with all that keeps it from its neighbours. */
  height: number
  /** Begins a page. */
  breaks?: boolean
  /** Stays with what follows, as a heading does. */
  keeps?: boolean
}

/**
 * Which pieces stand on which page, as ranges of their places. A piece that is higher than a page has one for itself,
 * which is as high as it must be.
 */
export function paged(pieces: readonly Measured[], room: number): [from: number, to: number][] {
  const pages: [number, number][] = []
  let from = 0
  let used = 0
  const close = (to: number) => {
    if (to > from) pages.push([from, to])
    from = to
    used = 0
  }
  pieces.forEach((piece, at) => {
    if (piece.breaks) close(at)
    if (used + piece.height > room && at > from) {
      const kept = keptBefore(pieces, from, at)
      close(kept)
      used = pieces.slice(kept, at).reduce((sum, { height }) => sum + height, 0)
    }
    used += piece.height
  })
  close(pieces.length)
  return pages
}

/** Where the pieces begin that stay with one; all of a page can't. */
function keptBefore(pieces: readonly Measured[], from: number, at: number): number {
  let first = at
  while (first > from && pieces[first - 1]?.keeps) first--
  return first > from ? first : at
}
