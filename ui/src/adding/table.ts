import type { TableFound, TableRule } from '../api/names'
import { type Candidate, isEditable } from './candidate'

interface Tabled {
  tables: readonly TableFound[]
  /** The one that is read, and how. */
  table?: TableFound
  rule?: TableRule
}

/** The tables of a file: read by the rule somebody gave, else as the first was guessed. */
export function tableOf({ found, table: given }: Candidate): Tabled {
  const tables = found?.tables ?? []
  const table = tables.find(({ sheet }) => given?.sheet && sheet === given.sheet) ?? tables[0]
  return { tables, table, rule: given ?? table?.guess }
}

/** The other files, by their ids, whose table has the same columns and can still be read otherwise. */
export function alike(one: Candidate, files: readonly Candidate[]): string[] {
  const columns = tableOf(one).table?.columns.join('\n')
  return files
    .filter((other) => other.id !== one.id && isEditable(other) && tableOf(other).table?.columns.join('\n') === columns)
    .map(({ id }) => id)
}
