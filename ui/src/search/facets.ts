import type { Facets, Source, Strand } from '../api/names'
import type { usePeople } from '../app/project'
import type { Codebook } from '../codebook/codebook'
import type { Filter, filterKinds } from '../data/search'

export type FacetKind = (typeof filterKinds)[number]

/** One way to narrow a search down. */
export interface Choice {
  value: string
  name: string
  /** The code's dye, where it is a code. */
  color?: string
  /** How many turns or passages it stands for, where that is known. */
  count?: number
  /** What the count is out of, where that is known. */
  of?: number
}

export interface Names {
  book: Codebook
  strands: readonly Strand[]
  sources: readonly Source[]
  people: ReturnType<typeof usePeople>
}

export const facetTitles: Record<FacetKind, string> = {
  strand: 'Strand',
  source: 'Source',
  speaker: 'Speaker',
  code: 'Coded with',
  coder: 'Coded by',
}

/** The choices of a facet, most turns first (strands in their order); what is chosen stays, even at 0. */
export function choices(kind: FacetKind, facets: Facets | undefined, filter: Filter, names: Names): Choice[] {
  const counts = new Map((facets?.[kind] ?? []).map(({ value, count }) => [value, count]))
  for (const value of filter[kind] ?? []) if (!counts.has(value)) counts.set(value, 0)
  if (kind === 'strand') return strandChoices(counts, names)
  return [...counts].map(([value, count]) => ({ value, count, ...named(kind, value, names) }))
}

function strandChoices(counts: ReadonlyMap<string, number>, { strands, sources }: Names): Choice[] {
  const turnsOf = (strand: string) =>
    sources.filter((one) => one.strand === strand).reduce((sum, { turns }) => sum + turns, 0)
  return strands
    .filter(({ id }) => counts.has(id))
    .map(({ id, name }) => ({ value: id, name, count: counts.get(id) ?? 0, of: turnsOf(id) }))
}

/** How a value of a facet is called. */
export function named(kind: FacetKind, value: string, names: Names): { name: string; color?: string } {
  const code = kind === 'code' ? names.book.get(value) : undefined
  if (code) return { name: code.name, color: code.color }
  if (kind === 'source') return { name: names.sources.find(({ id }) => id === value)?.title ?? 'A source that is gone' }
  if (kind === 'strand') return { name: names.strands.find(({ id }) => id === value)?.name ?? 'A strand that is gone' }
  if (kind === 'coder') return { name: value === names.people.me ? 'You' : names.people.name(value) }
  return { name: kind === 'code' ? 'A code that is gone' : value }
}

/** In how many sources the turns are. */
export function sourcesFound(facets: Facets, filter: Filter): number {
  const chosen = filter.source
  return facets.source.filter(({ value }) => !chosen || chosen.includes(value)).length
}
