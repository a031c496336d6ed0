import type { Facets } from '../api/names'
import { COUNTED } from '../data/found'
import { type Filter, noCode } from '../data/search'
import { type Choice, type FacetKind, type Names, named } from './facets'

/** The choices of a facet, most turns first (strands in their order); what is chosen stays, even at 0. */
export function choices(kind: FacetKind, facets: Facets | undefined, filter: Filter, names: Names): Choice[] {
  const counts = new Map((facets?.[kind] ?? []).map(({ value, count }) => [value, count]))
  for (const value of filter[kind] ?? []) if (!counts.has(value)) counts.set(value, 0)
  if (kind === 'strand') return strandChoices(counts, names)
  if (kind === 'code') {
    counts.delete(noCode)
    if (facets?.uncoded || filter.code?.includes(noCode)) counts.set(noCode, facets?.uncoded ?? 0)
  }
  const counted = [...counts].map(([value, count]) => ({ value, count, ...named(kind, value, names) }))
  return counts.size < COUNTED ? counted : [...counted, ...uncounted(kind, counts, names)]
}

/** The sources or codes beyond those that are counted. */
const uncounted = (kind: FacetKind, counts: ReadonlyMap<string, number>, names: Names): Choice[] =>
  (kind === 'source' ? names.sources : kind === 'code' ? names.book.codes : [])
    .filter(({ id }) => !counts.has(id))
    .map(({ id }) => ({ value: id, ...named(kind, id, names) }))

function strandChoices(counts: ReadonlyMap<string, number>, { strands, sources }: Names): Choice[] {
  const turnsOf = (strand: string) =>
    sources.filter((one) => one.strand === strand).reduce((sum, { turns }) => sum + turns, 0)
  return strands
    .filter(({ id }) => counts.has(id))
    .map(({ id, name }) => ({ value: id, name, count: counts.get(id) ?? 0, of: turnsOf(id) }))
}

/** In how many sources the turns are. */
export function sourcesFound(facets: Facets, filter: Filter): number {
  const chosen = filter.source
  return facets.source.filter(({ value }) => !chosen || chosen.includes(value)).length
}
