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
