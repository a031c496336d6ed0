import type { RowCoding } from '../api/names'

/** The passages of some codings in the order of their list, each once. Those that are no longer in it are left out. */
export function passagesIn(list: readonly RowCoding[], codings: readonly RowCoding[]): string[] {
  const ticked = new Set(codings.map(({ id }) => id))
  return [...new Set(list.filter(({ id }) => ticked.has(id)).map(({ passage }) => passage))]
}

/** The code that all passages of some codings have, the first of several. */
export function commonCode(codings: readonly RowCoding[]): string | undefined {
  const passages = new Map<string, Set<string>>()
  for (const { code, passage } of codings) passages.set(code, (passages.get(code) ?? new Set()).add(passage))
  const all = new Set(codings.map(({ passage }) => passage)).size
  return [...passages].find(([, on]) => on.size === all)?.[0]
}
