import type { Source, Strand } from '../api/names'
import type { usePeople } from '../app/project'
import type { Codebook } from '../codebook/codebook'
import { type facetKinds, noCode } from '../data/search'
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
