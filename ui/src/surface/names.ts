/** The height of a name: the smallest target WCAG 2.2 allows, in px. */
export const NAME_HEIGHT = 24

/** Names beside one line before the rest becomes "+n". */
const NAMES_IN_STACK = 3

/** A name that wants to stand at a height, in px. `room` is false for one without a bracket: it gives way first. */
export interface Wish<T> {
  what: T
  y: number
  room: boolean
  lit: boolean
}

/** A name where it stands, with those that found no room and are counted beside it. */
export interface Place<T> {
  what: T
  y: number
  hidden: T[]
}

/**
 * Finds room for names in one column that ends at `bottom`. Names that collide move down; one that would move
 * further than two names is counted at the last one above. A lit name takes the place of that last one.
 */
export function placeNames<T>(wishes: readonly Wish<T>[], bottom: number): Place<T>[] {
  const places: Place<T>[] = []
  for (const wish of [...wishes].sort((a, b) => a.y - b.y)) {
    const last = places.at(-1)
    const y = last ? Math.max(wish.y, last.y + NAME_HEIGHT) : wish.y
    if (!last) places.push({ what: wish.what, y: Math.max(0, Math.min(y, bottom - NAME_HEIGHT)), hidden: [] })
    else if (fits(wish, y, bottom)) places.push({ what: wish.what, y, hidden: [] })
    else hide(last, wish)
  }
  return places
}

function fits<T>(wish: Wish<T>, y: number, bottom: number): boolean {
  const free = wish.room || y === wish.y
  return free && y - wish.y <= NAME_HEIGHT * (NAMES_IN_STACK - 1) && y + NAME_HEIGHT <= bottom
}

function hide<T>(place: Place<T>, { what, lit }: Wish<T>): void {
  place.hidden.push(lit ? place.what : what)
  if (lit) place.what = what
}
