import type { Bookmark } from '../api/names'
import type { Span } from '../surface'

/** The bookmark of a turn, if it has one. */
export const bookmarkIn = (list: readonly Bookmark[], { start, end }: Span): Bookmark | undefined =>
  list.find(({ position }) => position >= start && position < Math.max(end, start + 1))

/** The bookmark after a place, in code points; after the last, the first. */
export const bookmarkAfter = (list: readonly Bookmark[], position: number): Bookmark | undefined =>
  list.find((one) => one.position > position) ?? list[0]
