/** One value of a field: a whole name, or words that a name has. */
export interface Value {
  text: string
  whole: boolean
}

/** A field with some of its values. */
export interface Field {
  name: string
  values: readonly Value[]
}

const quotes = /["“”„‟]/
const apart = /["“”„‟(),\s]+/g

/** A field: one of the values is to hold, or with `less` none of them. */
export function fieldText({ name, values }: Field, less = false): string {
  const sign = less ? '-' : ''
  return `${isName.test(name) ? name : `"${name}"`}:${sign}${listText(values)}`
}

/** What the name of a field can be without quotation marks. */
const isName = /^\p{L}[\p{L}\p{N}_-]*$/u

function listText(values: readonly Value[]): string {
  const [first] = values
  const texts = values.map(valueText).join(', ')
  return values.length === 1 && first && isQuoted(first) ? texts : `(${texts})`
}

/** A name with quotation marks in it can't stand in some; its words find it too. */
const isQuoted = ({ text, whole }: Value): boolean => whole && !quotes.test(text)

const valueText = (value: Value): string =>
  isQuoted(value) ? `"${value.text}"` : value.text.replace(apart, ' ').trim()

/** Words at most so many apart, in any order or in this one. */
export const nearText = (words: string, n: number, ordered: boolean): string =>
  `${ordered ? 'then' : 'near'}/${n}(${words.trim()})`

/** How a passage lies to others, in the order in which it is offered. */
export const hows = ['overlaps', 'within', 'outside', 'encloses', 'before', 'after', 'sameturn', 'samesource'] as const
export type How = (typeof hows)[number]

/** Whether turns are counted between the passages. */
export const isCounted = (how: How): boolean => how === 'before' || how === 'after'

/** Passages that lie to others; turns are those of before and after. */
export const relationText = (how: How, turns: number, of: readonly Field[], to: readonly Field[]): string =>
  `${how}${isCounted(how) ? `/${turns}` : ''}(${codingText(of)} ${codingText(to)})`

function codingText(fields: readonly Field[]): string {
  const texts = fields.filter(({ values }) => values.length).map((field) => fieldText(field))
  return texts.length === 1 ? texts.join('') : `(${texts.join(' ')})`
}

/** Whether a query asks for passages that share words with others. */
export const sharesWords = (q: string): boolean => /(^|[\s(])(overlaps|within|encloses)\(/.test(q)
