import type { Survey } from '../../api/names'
import { number } from '../../language/figures'
import { language } from '../../language/language'
import { m } from '../../paraglide/messages'

/** A value as people read it: the label of an option, a number as it is written. */
export function shownValue({ questions }: Survey, name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? m.cases_yes() : m.cases_no()
  if (typeof value === 'number') return number(language(), value)
  const options = questions.find((one) => one.name === name)?.options ?? []
  return [value]
    .flat()
    .map((one) => options.find((option) => option.value === one)?.label || String(one))
    .join('; ')
}
