import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCodebook, usePeople, useProjectId, useSources, useStrands } from '../app/project'
import { type Codebook, plain } from '../codebook/codebook'
import { someCases } from '../data/cases'
import { OFFERED, speakerNames } from '../data/found'
import type { Name } from './NamePicks'
import type { NamedField } from './partKinds'

/** The names by which a field of a query can ask; those of speakers and cases are found by typing. */
export function useNames(): Record<NamedField, readonly Name[]> {
  const book = useCodebook()
  const people = usePeople()
  const strands = useStrands()
  const sources = useSources()
  const coders = new Set(sources.flatMap((source) => source.coders))
  return {
    speaker: [],
    case: [],
    strand: strands.map(({ name }) => ({ text: name })),
    source: sources.map(({ title }) => ({ text: title })),
    code: codeNames(book),
    coder: [...coders].map((id) => ({ text: people.name(id) })).toSorted((a, b) => a.text.localeCompare(b.text)),
  }
}

/** Whether the names of a field are asked of the server, since there can be thousands. */
export const isLookedUp = (field: NamedField): boolean => field === 'speaker' || field === 'case'

/** The names that some letters find: those that are known here, or of speakers and cases those that the server finds. */
export function useFound(field: NamedField, names: readonly Name[], typed: string): { found: Name[]; total: number } {
  const project = useProjectId()
  const q = typed.trim()
  const speakers = useQuery({
    ...speakerNames(project, q),
    enabled: field === 'speaker',
    placeholderData: keepPreviousData,
  })
  const cases = useQuery({
    ...someCases(project, q, OFFERED),
    enabled: field === 'case',
    placeholderData: keepPreviousData,
  })
  if (field === 'speaker') {
    const { items = [], total = 0 } = speakers.data ?? {}
    return { found: items.map((text) => ({ text })), total }
  }
  if (field === 'case') {
    const { items = [], total = 0 } = cases.data ?? {}
    return { found: items.map(({ name }) => ({ text: name })), total }
  }
  const found = names.filter(({ text }) => plain(text).includes(plain(q)))
  return { found: found.slice(0, OFFERED), total: found.length }
}

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
