let play: ((ms: number) => void) | undefined

/** Plays the recording of the open source from a time, in ms, if there is a player. */
export const playFrom = (ms: number): void => play?.(ms)

/** Lets a player be the one that plays, until it is taken back. */
export function setPlayer(from: (ms: number) => void): () => void {
  play = from
  return () => {
    if (play === from) play = undefined
  }
}
