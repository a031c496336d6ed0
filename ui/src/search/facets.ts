import type { Facets, Source, Strand } from '../api/names'
import type { usePeople } from '../app/project'
import type { Codebook } from '../codebook/codebook'
import { COUNTED, type Filter, type facetKinds, noCode } from '../data/search'
import { m } from '../paraglide/messages'

export type FacetKind = (typeof facetKinds)[number]

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

export const facetTitles: Record<FacetKind, () => string> = {
  strand: m.search_strand,
  source: m.search_source,
  speaker: m.search_speaker,
  code: m.search_codedWith,
  coder: m.search_codedBy,
}

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

/** How a value of a facet is called. */
export function named(kind: FacetKind, value: string, names: Names): { name: string; color?: string } {
  if (kind === 'code' && value === noCode) return { name: m.search_nothingYet() }
  const code = kind === 'code' ? names.book.get(value) : undefined
  if (code) return { name: code.name, color: code.color }
  if (kind === 'source') return { name: names.sources.find(({ id }) => id === value)?.title ?? m.search_goneSource() }
  if (kind === 'strand') return { name: names.strands.find(({ id }) => id === value)?.name ?? m.search_goneStrand() }
  if (kind === 'coder') return { name: value === names.people.me ? m.home_you() : names.people.name(value) }
  return { name: kind === 'code' ? m.search_goneCode() : value }
}

/** In how many sources the turns are. */
export function sourcesFound(facets: Facets, filter: Filter): number {
  const chosen = filter.source
  return facets.source.filter(({ value }) => !chosen || chosen.includes(value)).length
}
