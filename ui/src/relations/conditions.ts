import { conditionOf } from '../cases/asked'
import type { Known } from './known'

/** The conditions of what was opened with those that narrow everything. Several of one variable would widen, so the opened one stands for them. */
export function conditionsOf(known: readonly Known[], where: readonly string[], at: readonly string[]): string[] {
  const names = known.map(({ name }) => name)
  const opened = new Set(at.map((text) => conditionOf(text, names)?.variable))
  const widens = (text: string) => {
    const condition = conditionOf(text, names)
    return condition?.sign === '=' && opened.has(condition.variable)
  }
  return [...where.filter((text) => !widens(text)), ...at]
}
