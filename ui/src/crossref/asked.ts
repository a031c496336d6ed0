import { filterIn, type Params } from '../app/search-params'
import type { CrossAsking } from '../data/crossref'
import type { Filter } from '../data/search'

export const counts = ['cases', 'passages', 'sources', 'words'] as const
export type Count = (typeof counts)[number]

/** What stands in the cells of a table. */
export const shows = ['number', 'row', 'column', 'presence'] as const
export type Show = (typeof shows)[number]

export const togethers = ['overlap', 'turn', 'near', 'source'] as const
export type Together = (typeof togethers)[number]

/** What a table is looked at as; numbers where it isn't said. */
export const forms = ['quotes', 'bars', 'network'] as const
export type Form = (typeof forms)[number]

/** All that the address says of a cross-reference: with it, a link counts it again. Its words are those of the server. */
export interface Asked extends Omit<Filter, 'code'> {
  /** `codes`, `strands`, `variable:Sector`; only some as `codes:ID,ID`. */
  rows?: string
  columns?: string
  count?: Count
  show?: Show
  together?: Together
  /** At most so many turns apart, where together is near. */
  turns?: number
  /** Codes without those under them. */
  alone?: 'true'
  /** What only moderators say counts too. */
  moderators?: 'true'
  as?: Form
  /** Saved searches: only what one of them finds. */
  search?: string[]
  /** The cell that is open, by the ids of its heads. */
  row?: string
  column?: string
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
const isOn = (value: unknown): 'true' | undefined => (String(value) === 'true' ? 'true' : undefined)

/** Turns between passages that are near each other, where it isn't said. */
export const NEAR = 3

export function askedTable(params: Params): Asked {
  const { code: _, ...filter } = filterIn(params)
  const turns = Number.parseInt(String(params.turns ?? ''), 10)
  const asked: Asked = {
    rows: text(params.rows),
    columns: text(params.columns),
    count: counts.find((one) => one === params.count),
    show: shows.find((one) => one === params.show && one !== 'number'),
    together: togethers.find((one) => one === params.together),
    turns: turns >= 0 && turns <= 100 ? turns : undefined,
    alone: isOn(params.alone),
    moderators: isOn(params.moderators),
    as: forms.find((one) => one === params.as),
    row: text(params.row),
    column: text(params.column),
    search: [params.search ?? []].flat().map(String),
    ...filter,
  }
  if (!asked.search?.length) asked.search = undefined
  return JSON.parse(JSON.stringify(asked)) // what is not asked is left out
}

/** The kind of rows or columns: `codes` of `codes:ID,ID`. */
export const kindOf = (axis: string): string => axis.split(':', 1)[0] ?? ''

/** Which rows or columns are chosen; none where all are. */
export function chosenOf(axis: string): string[] {
  const at = axis.indexOf(':')
  if (at < 0) return []
  const named = axis.slice(at + 1)
  return kindOf(axis) === 'variable' ? [named] : named.split(',').map(plain)
}

/** A name as it stands in a list with commas between names, and back. */
const listedAs = (name: string): string => name.replaceAll('%', '%25').replaceAll(',', '%2C')
const plain = (one: string): string => one.replaceAll('%2C', ',').replaceAll('%25', '%')

/** Rows or columns in one word of an address. */
export const axisOf = (kind: string, chosen: readonly string[]): string =>
  chosen.length ? `${kind}:${chosen.map(listedAs).join(',')}` : kind

export const isPair = ({ rows, columns }: { rows: string; columns: string }): boolean =>
  kindOf(rows) === 'codes' && kindOf(columns) === 'codes'

/** What the server is asked, with all that it is asked by itself. */
export type Asking = CrossAsking & { rows: string; columns: string; count: Count }

/** What the server is asked; `usual` is what is counted where it isn't said. */
export function askingOf(asked: Asked, usual: Count): Asking {
  const { rows = 'codes', columns = 'strands', turns, together, alone, moderators } = asked
  const { strand, source, speaker, coder, case: cases, where, search } = asked
  const pair = isPair({ rows, columns })
  const how = pair ? (together ?? 'overlap') : undefined
  const count = asked.count ?? (pair ? 'passages' : usual)
  return {
    rows,
    columns,
    count: pair && count === 'words' ? 'passages' : count,
    together: how,
    turns: how === 'near' ? (turns ?? NEAR) : undefined,
    alone: alone && true,
    moderators: moderators && true,
    ...{ strand, source, speaker, coder, case: cases, where, search },
  }
}
