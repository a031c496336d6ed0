import type { Variable } from '../api/names'

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
