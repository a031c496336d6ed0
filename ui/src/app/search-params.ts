import { kinds, type Lookback } from '../data/journal'
import { type ByCase, type Filter, filterKinds } from '../data/search'
import type { Span } from '../surface'

export type Params = Record<string, unknown>

const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')

/** One word of an address. */
export const wordIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A filter in an address; what is not one of its lists is left out. */
export function filterIn(params: Params): Filter {
  const filter: Filter = {}
  for (const kind of filterKinds) {
    const values = words(params[kind])
    if (values.length) filter[kind] = values
  }
  return filter
}

/** The cases and saved searches in an address that something is narrowed to. */
export function byCaseIn(params: Params): ByCase {
  const { case: cases, where, search } = filterIn(params)
  return { ...(cases && { case: cases }), ...(where && { where }), ...(search && { search }) }
}

/** A filter with one value put in, or taken out if it was there. */
export function toggled(filter: Filter, kind: keyof Filter, value: string): Filter {
  const values = filter[kind] ?? []
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
  return { ...filter, [kind]: next.length ? next : undefined }
}

export const isNarrowed = (filter: Filter): boolean => filterKinds.some((kind) => filter[kind]?.length)

/** The span in ?at=120-180, or a single position. */
export function spanIn(at: unknown): Span | undefined {
  const [, start, end] = /^(\d+)(?:-(\d+))?$/.exec(String(at ?? '')) ?? []
  if (start === undefined) return undefined
  return { start: Number(start), end: Number(end ?? start) }
}

export const spanParam = ({ start, end }: Span): string => `${start}-${end}`

/** An address's query as plain words: ?q=bank&strand=a&strand=b. */
export function parseQuery(search: string): Params {
  const params: Params = {}
  const query = new URLSearchParams(search)
  for (const key of new Set(query.keys())) {
    const values = query.getAll(key)
    params[key] = values.length > 1 ? values : values[0]
  }
  return params
}

/** Numbers and what is on, as an address has them. */
const written = (value: unknown): unknown => (typeof value === 'number' || value === true ? String(value) : value)

export function formatQuery(params: Params): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) for (const one of words(written(value))) query.append(key, one)
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** What an address says of a look back through the journal. */
export function lookbackIn({ by, about, kind, removed, from, to, at }: Params): Lookback {
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)
  const asked: Lookback = {
    by: text(by),
    about: text(about),
    kind: kinds.find((one) => one === kind),
    removed: removed === true || removed === 'true' || undefined,
    from: text(from),
    to: text(to),
    at: Number(at) || undefined,
  }
  return JSON.parse(JSON.stringify(asked)) as Lookback // what is not asked is left out
}
