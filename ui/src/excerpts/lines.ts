import type { Excerpt, ExcerptGroup, ExcerptList, RowCoding } from '../api/names'
import { PAGE } from '../data/excerpts'

/** A line of the list: the head of a group, or the row at a place among those that are not folded. */
export type Line = { head: ExcerptGroup } | { at: number; group?: ExcerptGroup }

/** All lines of a list, also of rows that have not been read. */
export function linesOf({ groups, rows }: ExcerptList, folded: readonly string[] = []): Line[] {
  if (!groups.length) return Array.from({ length: rows }, (_, at) => ({ at }))
  let at = 0
  return groups.flatMap((group): Line[] => {
    if (folded.includes(group.value)) return [{ head: group }]
    return [{ head: group }, ...Array.from({ length: group.rows }, () => ({ at: at++, group }))]
  })
}

/** The row at a place, if it has been read. */
export const rowAt = ({ items, from }: ExcerptList, at: number): Excerpt | undefined => items[at - from]

/** What a line is known by while the list changes around it; undefined while it has not been read. */
export function keyOf(line: Line, list: ExcerptList, single: boolean): string | undefined {
  if ('head' in line) return `head ${line.head.value}`
  const row = rowAt(list, line.at)
  if (!row) return undefined
  return single ? row.coding : `${line.group?.value ?? ''} ${row.passage}`
}

/** Where to read from, for a row to have others before and after it. */
export const windowFor = (at: number): number => Math.max(0, Math.floor((at - PAGE / 4) / (PAGE / 2)) * (PAGE / 2))

/** The codings of a row, with where they stand. */
export const codingsIn = ({ codings, start, end }: Excerpt): RowCoding[] =>
  codings.map((coding) => ({ ...coding, start, end }))
