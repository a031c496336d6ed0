import type { Question } from '../api/names'

type Option = Question['options'][number]

/** What an answer can be, in order: options, then what counts as missing. */
export interface Line extends Option {
  missing: boolean
}

export const linesOf = ({ options, missing }: Pick<Question, 'options' | 'missing'>): Line[] => [
  ...options.map((one) => ({ ...one, missing: false })),
  ...missing.map((value) => ({ value, missing: true })),
]

/** The options and missing values that lines stand for; a missing value has no label. */
export const inQuestion = (lines: readonly Line[]): Pick<Question, 'options' | 'missing'> => ({
  options: lines.filter(({ missing }) => !missing).map(({ missing: _, ...option }) => option),
  missing: lines.filter(({ missing }) => missing).map(({ value }) => value),
})

/** The lines with one of them moved to another place. */
export function moved<T>(lines: readonly T[], from: number, to: number): T[] {
  const [one] = lines.slice(from, from + 1)
  return one === undefined ? [...lines] : lines.toSpliced(from, 1).toSpliced(to, 0, one)
}
