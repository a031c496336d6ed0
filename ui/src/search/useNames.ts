import { useQuery } from '@tanstack/react-query'
import { useCodebook, usePeople, useProjectId, useSources, useStrands } from '../app/project'
import type { Codebook } from '../codebook/codebook'
import { foundBy } from '../data/search'
import type { Name } from './NamePicks'
import type { NamedField } from './partKinds'

/** The names by which a field of a query can ask; nothing until they are known. */
export function useNames(): Record<NamedField, readonly Name[]> | undefined {
  const { data: all } = useQuery(foundBy(useProjectId(), {}))
  const book = useCodebook()
  const people = usePeople()
  const strands = useStrands()
  const sources = useSources()
  return (
    all && {
      speaker: sorted(all.facets.speaker.map(({ value }) => value)),
      strand: strands.map(({ name }) => ({ text: name })),
      source: sources.map(({ title }) => ({ text: title })),
      code: codeNames(book),
      coder: sorted(all.facets.coder.map(({ value }) => people.name(value))),
    }
  )
}

const sorted = (names: readonly string[]): Name[] =>
  names
    .filter(Boolean)
    .toSorted((a, b) => a.localeCompare(b))
    .map((text) => ({ text }))

/** Codes by their name, and by their path where others are called so too. */
function codeNames(book: Codebook): Name[] {
  const nodes = book.walk().map(({ code }) => code)
  const times = new Map<string, number>()
  for (const { name } of nodes) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1)
  return nodes.map(({ id, name, color }) => ({
    text:
      times.get(name.toLowerCase()) === 1 ? name : [...book.ancestors(id), { name }].map((one) => one.name).join(' > '),
    color,
  }))
}
