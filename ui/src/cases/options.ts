import type { Variable } from '../api/names'
import { m } from '../paraglide/messages'

type Option = Variable['options'][number]

/** The lines of a text that say something. */
export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Options one a line: `value`, or `value = label`. */
export const optionLines = (options: readonly Option[]): string =>
  options.map(({ value, label }) => (label ? `${value} = ${label}` : value)).join('\n')

export const optionsIn = (text: string): Option[] =>
  linesIn(text).map((line) => {
    const [, value = line, label] = /^(.*?)\s+=\s+(.*)$/.exec(line) ?? []
    return label ? { value, label } : { value }
  })

/** What can be chosen, with what counts as missing at the end; nothing where a value is typed. */
export function choicesOf({
  kind,
  options,
  missing,
}: Pick<Variable, 'kind' | 'options' | 'missing'>): { value: string; name: string }[] {
  const absent = missing.map((value) => ({ value, name: value }))
  if (kind === 'yesno') return [{ value: 'yes', name: m.cases_yes() }, { value: 'no', name: m.cases_no() }, ...absent]
  if (kind !== 'one' && kind !== 'several') return []
  return [...options.map(({ value, label }) => ({ value, name: label || value })), ...(kind === 'one' ? absent : [])]
}

/** The options that are written in the place of another: by their old values, the new ones. */
export function renamedIn(was: readonly Option[], is: readonly Option[]): Record<string, string> {
  if (was.length !== is.length) return {}
  const has = (list: readonly Option[], value: string) => list.some((one) => one.value === value)
  const pairs = was.map(({ value }, i) => [value, is[i]?.value ?? ''] as const)
  return Object.fromEntries(pairs.filter(([old, now]) => old !== now && !has(is, old) && !has(was, now)))
}
