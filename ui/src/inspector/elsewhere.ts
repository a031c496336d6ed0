import type { Excerpt } from '../api/names'

/** Where else a code is: a source, its first coding there, and how many. */
export interface Place {
  source: string
  title: string
  first: string
  codings: number
}

/** The sources but one in which a code itself is used, in the order of the excerpts. */
export function placesOf(excerpts: readonly Excerpt[], code: string, except: string): Place[] {
  const places = new Map<string, Place>()
  for (const { source, title, coding, code: own } of excerpts) {
    if (own !== code || source === except) continue
    const known = places.get(source)
    if (known) known.codings++
    else places.set(source, { source, title, first: coding, codings: 1 })
  }
  return [...places.values()]
}
