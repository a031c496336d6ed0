import type { ReportPart } from '../api/names'
import { randomId } from '../kit/randomId'
import { m } from '../paraglide/messages'

export type PartKind = ReportPart['kind']

/** What a part is called where it has no heading. */
export const partNames: Record<PartKind, () => string> = {
  title: m.report_title,
  contents: m.report_contentsPart,
  text: m.report_text,
  excerpts: m.report_excerpts,
  table: m.report_table,
  picture: m.report_picture,
  sources: m.report_sources,
  codebook: m.report_codebook,
}

/** The kinds as they are offered, those that are added most at the head. */
export const partKinds: readonly PartKind[] = [
  'text',
  'excerpts',
  'table',
  'picture',
  'title',
  'contents',
  'sources',
  'codebook',
]

/** A new part, as it is most often wanted. */
export function newPart(kind: PartKind): ReportPart {
  const usual: Partial<Record<PartKind, Partial<ReportPart>>> = {
    text: { heading: m.report_newHeading() },
    excerpts: { heading: m.report_excerpts(), group: 'code', withCounts: true },
    table: { rows: 'codes', columns: 'strands', count: 'passages' },
    picture: { picture: 'table', rows: 'codes', columns: 'strands', count: 'passages' },
    sources: { withCounts: true },
    codebook: { withCounts: true },
  }
  return { id: randomId(), kind, level: 1, ...usual[kind] }
}

/** What a new report begins with. */
export const firstParts = (): ReportPart[] =>
  (['title', 'contents', 'excerpts', 'sources', 'codebook'] as const).map(newPart)

/** The parts with one moved to another place. */
export function moved(parts: readonly ReportPart[], id: string, to: number): ReportPart[] {
  const part = parts.find((one) => one.id === id)
  if (!part) return [...parts]
  const rest = parts.filter((one) => one.id !== id)
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, part)
}

/** The parts with something of one changed. What is undefined goes back to what is usual. */
export const changed = (parts: readonly ReportPart[], id: string, change: Partial<ReportPart>): ReportPart[] =>
  parts.map((one) => (one.id === id ? { ...one, ...change } : one))

export const isHeaded = ({ kind }: Pick<ReportPart, 'kind'>): boolean => kind === 'text' || kind === 'excerpts'
