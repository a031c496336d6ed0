import type { Language } from './language'

const kept = <Format>(make: (language: Language) => Format) => {
  const formats = new Map<Language, Format>()
  return (language: Language): Format => {
    const format = formats.get(language) ?? make(language)
    formats.set(language, format)
    return format
  }
}

const rules = kept((language) => new Intl.PluralRules(language))
const figures = kept((language) => new Intl.NumberFormat(language))

/** Which of a language's forms goes with a number: 'one', 'other', ... Messages choose by it. */
export const plural = (language: Language, n: number): Intl.LDMLPluralRule => rules(language).select(n)

/** A number as the language writes it. */
export const number = (language: Language, n: number): string => figures(language).format(n)
