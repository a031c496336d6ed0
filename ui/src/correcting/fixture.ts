import { Positions } from '../surface'

/** A text of turns that two speakers say in turn. */
export function textOf(...words: string[]) {
  let start = 0
  const turns = words.map((said, index) => {
    const end = start + [...said].length
    const turn = { index, start, end, speakerId: index % 2 ? 'ben' : 'ann', speaker: index % 2 ? 'Ben' : 'Ann' }
    start = end + 1
    return turn
  })
  return { positions: new Positions(words.join('\n')), turns }
}
