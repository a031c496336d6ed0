import type { Side } from './borders'

/** The scripts that are written from right to left and are in use. */
const leftward = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** How much of some words is looked at, in UTF-16 units. */
const NEAR = 80

/** Whether words run from right to left where they begin, or end, as the nearest letter does; undefined without letters. */
export function runsLeft(words: string, side: Side): boolean | undefined {
  const near = side === 'start' ? words.slice(0, NEAR) : words.slice(-NEAR)
  const letters = near.match(/\p{L}/gu)
  const letter = side === 'start' ? letters?.[0] : letters?.at(-1)
  return letter === undefined ? undefined : leftward.test(letter)
}
