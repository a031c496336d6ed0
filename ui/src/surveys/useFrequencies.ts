import { useQuery } from '@tanstack/react-query'
import type { Survey } from '../api/names'
import { useProjectId } from '../app/project'
import { analysis, type Frequency } from '../data/analyses'

/** The most questions that are described at once; the server takes no more. */
const MOST = 400

/** How the questions of a survey were answered, by name; those in words only by how many. */
export function useFrequencies({ id, questions }: Survey): ReadonlyMap<string, Frequency> {
  const of = questions.flatMap(({ kind, name }) => (kind === 'ignore' ? [] : [name])).slice(0, MOST)
  const { data } = useQuery({
    ...analysis(useProjectId(), id, 'frequencies', { of }),
    enabled: of.length > 0,
    select: ({ items }) => new Map(items.map((one) => [one.name, one])),
  })
  return data ?? none
}

const none: ReadonlyMap<string, Frequency> = new Map()
