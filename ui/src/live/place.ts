/** How long one must rest at a place before it is told, in ms. */
const REST = 700

let position: number | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let tell = () => {}

/** Where I read, in code points of the source that is open; undefined when none is. Told when it rests. */
export function setPlace(now: number | undefined): void {
  position = now
  clearTimeout(timer)
  timer = setTimeout(() => tell(), REST)
}

export const placeNow = (): number | undefined => position

/** Tells whenever I have come to rest at a place, until it is stopped. */
export function onPlace(listener: () => void): () => void {
  tell = listener
  return () => {
    clearTimeout(timer)
    tell = () => {}
  }
}
