import { useMemo } from 'react'
import { useCodebook, usePeople, useSources, useStrands } from '../app/project'
import type { Names } from './sentences'

/** What journal sentences need to know about the project that is open. */
export function useNames(): Names {
  const book = useCodebook()
  const sources = useSources()
  const strands = useStrands()
  const people = usePeople()
  return useMemo(() => {
    const titles = new Map(sources.map((source) => [source.id, source.title]))
    const strandNames = new Map(strands.map((strand) => [strand.id, strand.name]))
    return {
      code: (id) => book.get(id),
      source: (id) => titles.get(id),
      strand: (id) => strandNames.get(id),
      member: (id) => people.list.find((member) => member.account === id)?.name,
    }
  }, [book, sources, strands, people])
}
