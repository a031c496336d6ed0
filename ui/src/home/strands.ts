import type { Source, Strand } from '../api/names'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'

/** How far the coding of a strand is. */
export interface Progress {
  strand: Strand
  sources: number
  coded: number
  speakers: number
  codings: number
  /** Who has coded in it. */
  coders: string[]
}

export function progressOf(strands: readonly Strand[], sources: readonly Source[]): Progress[] {
  return strands.map((strand) => {
    const own = sources.filter((source) => source.strand === strand.id)
    return {
      strand,
      sources: own.length,
      coded: own.filter((source) => source.codings > 0).length,
      speakers: own.reduce((sum, source) => sum + source.speakers.length, 0),
      codings: own.reduce((sum, source) => sum + source.codings, 0),
      coders: [...new Set(own.flatMap((source) => source.coders))],
    }
  })
}

const units: Record<string, (of: { n: number }) => string> = {
  interviews: m.home_interviews,
  'focus group': m.home_groups,
  survey: m.home_surveys,
  documents: m.home_documents,
}

/** What the sources of a strand are called, by how many there are. */
export const unitOf = (kind: string, n: number): string => (units[kind] ?? m.home_sources)({ n })

const allCoded = (n: number): string =>
  n === 1 ? m.home_coded() : n === 2 ? m.home_bothCoded() : m.home_allCoded({ n: figure(n) })

/** "11 coded, 2 to read". */
export function progressWords({ sources, coded }: Progress): string {
  if (!sources) return m.home_noSourcesYet()
  const rest = sources - coded
  if (!rest) return allCoded(sources)
  return coded
    ? m.home_someCoded({ coded: figure(coded), rest: figure(rest) })
    : m.home_restToRead({ rest: figure(rest) })
}
