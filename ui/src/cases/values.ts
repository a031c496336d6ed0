import type { Variable } from '../api/names'
import type { Value } from '../data/cases'
import { number } from '../language/figures'
import { language } from '../language/language'
import { m } from '../paraglide/messages'

/** What a case has of a variable; nothing when it has none. */
export const valueIn = (values: Record<string, unknown>, { name }: Variable): Value | undefined =>
  values[name] as Value | undefined

/** Whether it is a value that counts as missing, such as "refused". */
export const isMissing = ({ missing }: Variable, value: Value | undefined): boolean =>
  value !== undefined && missing.includes(String(value))

/** A value as people read it: 1,204; Yes; the label of an option. */
export function shown(variable: Variable, value: Value | undefined): string {
  if (value === undefined) return ''
  if (isMissing(variable, value)) return String(value)
  if (typeof value === 'boolean') return value ? m.cases_yes() : m.cases_no()
  if (typeof value === 'number') return number(language(), value)
  if (typeof value === 'string') return optionName(variable, value)
  return value.map((one) => optionName(variable, one)).join('; ')
}

const optionName = ({ options }: Variable, value: string): string =>
  options.find((one) => one.value === value)?.label || value

/** A value as it is typed, copied and pasted: what the server reads back as the same. */
export function typed(value: Value | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join('; ') : String(value)
}

/** The options in a value of several, as `typed` writes them. */
export const chosenIn = (text: string): string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)

/** The same value with one option ticked, or no longer. */
export function toggled(text: string, option: string): string {
  const chosen = chosenIn(text)
  return (chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option]).join('; ')
}
