import type { Source, Strand } from '../api/names'
import { locale } from '../language/language'

export interface Group {
  strand?: Strand
  sources: Source[]
}

/** Sources by strand, in the order of the strands; strands without any are left out. */
export function byStrand(sources: readonly Source[], strands: readonly Strand[]): Group[] {
  const known = new Set(strands.map(({ id }) => id))
  const groups: Group[] = strands
    .toSorted((a, b) => a.position - b.position)
    .map((strand) => ({ strand, sources: sources.filter((one) => one.strand === strand.id) }))
  groups.push({ sources: sources.filter((one) => !known.has(one.strand)) })
  return groups.filter((group) => group.sources.length > 0)
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose title, file or speakers have all the words that were typed, accents aside. */
export function matching(sources: readonly Source[], typed: string): readonly Source[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (!words.length) return sources
  return sources.filter(({ title, filename, speakers }) => {
    const text = folded([title, filename, ...(speakers ?? []).map((one) => one.name)].join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** More speakers than these are counted and not named, as in the answers to a survey. */
export const MOST_NAMED = 60

/** Whether a source has speakers, and few enough to name each. */
export const namesSpeakers = ({ speakers }: Source): boolean => {
  const n = speakers?.length ?? 0
  return n > 0 && n <= MOST_NAMED
}

/** Who speaks in a source: those who answer first, then the moderators. */
export const voices = ({ speakers }: Source) =>
  (speakers ?? []).toSorted(
    (a, b) => Number(a.moderator) - Number(b.moderator) || a.name.localeCompare(b.name, locale(), { numeric: true }),
  )

/** Some of those who speak in a source: whose names have what was typed, as many as a dialog can offer, and those who
 * are chosen already; and how many there are more. */
export function someVoices(source: Source, typed: string, chosen: readonly string[]) {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  const all = voices(source)
  const found = all.filter(({ id, name }) => !chosen.includes(id) && words.every((word) => folded(name).includes(word)))
  return {
    shown: [...all.filter(({ id }) => chosen.includes(id)), ...found.slice(0, MOST_NAMED)],
    more: Math.max(0, found.length - MOST_NAMED),
  }
}
