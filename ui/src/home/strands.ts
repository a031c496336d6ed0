import type { Source, Strand } from '../api/names'

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

const units: Record<string, [one: string, many: string]> = {
  interviews: ['interview', 'interviews'],
  'focus group': ['focus group', 'focus groups'],
  survey: ['survey', 'surveys'],
  documents: ['document', 'documents'],
}

/** What the sources of a strand are called, by how many there are. */
export function unitOf(kind: string, n: number): string {
  const [one, many] = units[kind] ?? ['source', 'sources']
  return n === 1 ? one : many
}

/** "11 coded, 2 to read". */
export function progressWords({ sources, coded }: Progress): string {
  if (!sources) return 'no sources yet'
  const rest = sources - coded
  if (!rest) return sources === 1 ? 'coded' : sources === 2 ? 'both coded' : `all ${sources} coded`
  return coded ? `${coded} coded, ${rest} to read` : `${rest} to read`
}
