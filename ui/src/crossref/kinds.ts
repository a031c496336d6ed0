import { useQuery } from '@tanstack/react-query'
import { useCodebook, useProjectId, useSources, useStrands } from '../app/project'
import { type CrossAsking, crossReference, type Head } from '../data/crossref'
import { variables } from '../data/variables'
import { m } from '../paraglide/messages'
import { type Count, chosenOf, kindOf } from './asked'
import { mostUsed } from './most'

/** What rows and columns can be of: how they are called, and how each of them is. */
interface AxisKind {
  kind: string
  /** As in a menu. */
  name: () => string
  /** As in “by strand”. */
  each: () => string
  /** Where none is left out. */
  all: () => string
}

export const axisKinds: readonly AxisKind[] = [
  { kind: 'codes', name: m.crossref_codes, each: m.crossref_code, all: m.crossref_allCodes },
  { kind: 'strands', name: m.crossref_strands, each: m.crossref_strand, all: m.crossref_allStrands },
  { kind: 'sources', name: m.crossref_sources, each: m.crossref_source, all: m.crossref_allSources },
  { kind: 'speakers', name: m.crossref_speakers, each: m.crossref_speaker, all: m.crossref_allSpeakers },
  { kind: 'coders', name: m.crossref_coders, each: m.crossref_coder, all: m.crossref_allCoders },
  { kind: 'searches', name: m.crossref_searches, each: m.crossref_search, all: m.crossref_allSearches },
]

const known = (axis: string) => axisKinds.find(({ kind }) => kind === kindOf(axis))

/** How one row or column is called: strand, or the name of a variable. */
export const eachOf = (axis: string): string => known(axis)?.each() ?? chosenOf(axis).join()

export const countNames: Record<Count, () => string> = {
  cases: m.crossref_cases,
  passages: m.crossref_passages,
  sources: m.crossref_sources,
  words: m.crossref_words,
}

/** What the N of a table counts. */
export const sizeNames: Record<Count, () => string> = {
  cases: m.crossref_nCases,
  passages: m.crossref_nPassages,
  sources: m.crossref_nSources,
  words: m.crossref_nWords,
}

/** What the heats of a table are shares of. */
export const shareNames: Record<Count, () => string> = {
  cases: m.crossref_shareCases,
  passages: m.crossref_sharePassages,
  sources: m.crossref_shareSources,
  words: m.crossref_shareWords,
}

/** The kinds with the variables by which cases differ, as choices. */
export function useAxisKinds(): { value: string; name: string }[] {
  const { data = [] } = useQuery(variables(useProjectId()))
  return [
    ...axisKinds.map(({ kind, name }) => ({ value: kind, name: name() })),
    ...data.map(({ name }) => ({ value: `variable:${name}`, name: m.crossref_casesBy({ variable: name }) })),
  ]
}

/** What rows or columns are called on their button: all of a kind, one or two by name, or how many. */
export function useAxisName(axis: string): string {
  const book = useCodebook()
  const strands = useStrands()
  const sources = useSources()
  const kind = known(axis)
  if (!kind) return m.crossref_casesBy({ variable: chosenOf(axis).join() })
  const chosen = chosenOf(axis)
  const names: Record<string, (id: string) => string | undefined> = {
    codes: (id) => book.get(id)?.name,
    strands: (id) => strands.find((one) => one.id === id)?.name,
    sources: (id) => sources.find((one) => one.id === id)?.title,
    speakers: (id) => id,
  }
  const [only] = chosen
  if (only === undefined) return kind.all()
  if (kind.kind === 'codes' && chosen.join() === mostUsed(book).join())
    return m.crossref_mostUsed({ n: String(chosen.length) })
  if (chosen.length === 1) return names[kind.kind]?.(only) ?? kind.name()
  return m.crossref_chosen({ n: String(chosen.length) })
}

/** All that a kind has, by what the server finds under the same filters. */
export function useHeads(kind: string, asking: CrossAsking): { heads: readonly Head[]; error: Error | null } {
  const other = kind === 'strands' ? 'sources' : 'strands'
  const { data, error } = useQuery({
    ...crossReference(useProjectId(), {
      ...asking,
      rows: kind,
      columns: other,
      count: 'passages',
      together: undefined,
      turns: undefined,
    }),
    placeholderData: undefined,
    enabled: kind !== 'codes' && !kind.startsWith('variable:'),
  })
  return { heads: data?.rows ?? [], error }
}
