/** What is said in a language other than the one that the rooms hold, by the name of the message. */
type Catalogue = Readonly<Record<string, unknown>>

let other: Catalogue | undefined

/** Has everything said from this catalogue, or in English again. */
export function sayFrom(catalogue: Catalogue | undefined): void {
  other = catalogue
}

/** A message: what it says in English, unless another language is spoken. */
export const say =
  <Takes extends unknown[]>(name: string, english: (...takes: Takes) => string) =>
  (...takes: Takes): string =>
    ((other?.[name] as typeof english | undefined) ?? english)(...takes)

/** A sentence with marks, for rich(). */
export interface Marked {
  readonly marked: true
}

/** A message with marks in it. */
export const sayRich = say as unknown as <Takes extends unknown[]>(
  name: string,
  english: (...takes: Takes) => string,
) => (...takes: Takes) => Marked

/** Words of a sentence, or one of its marks with the words that it goes around, if it does. */
export type Piece = { words: string } | { mark: string; words?: string }

const MARK = /\uE000(\/?\w+\/?)\uE001/

/** Takes a sentence apart at its marks, which don't lie in each other. */
export function piecesOf(sentence: Marked): Piece[] {
  const found: Piece[] = []
  const [first = '', ...rest] = String(sentence).split(MARK) // words and marks by turns
  if (first) found.push({ words: first })
  for (let i = 0; i < rest.length; i += 2) {
    const [mark = '', words = ''] = rest.slice(i, i + 2)
    const isOpen = !mark.includes('/')
    if (!mark.startsWith('/')) found.push({ mark: mark.replace('/', ''), words: isOpen ? words : undefined })
    if (!isOpen && words) found.push({ words })
  }
  return found
}
