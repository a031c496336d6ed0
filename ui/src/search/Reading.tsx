import { useQuery } from '@tanstack/react-query'
import { useProjectId } from '../app/project'
import { foundBy, parsedQuery, type Query } from '../data/search'
import { useRested } from '../kit/useRested'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import { inSentence } from './inWords'

interface ReadingProps {
  typed: string
  /** What else narrows the search. */
  query: Query
}

/** What is being typed as a sentence, with how many turns it would find; nothing while it can't be read. */
export function Reading({ typed, query }: ReadingProps) {
  const project = useProjectId()
  const rested = useRested(typed)
  const asks = rested !== '' && rested === typed
  const { data: read } = useQuery({ ...parsedQuery(project, rested), enabled: asks })
  const { data: found } = useQuery({ ...foundBy(project, { ...query, q: rested }), enabled: asks && Boolean(read) })
  if (!asks || !read || !found) return null
  return m.search_reads({ parts: read.parts.map(inSentence).join(', '), turns: count(found.total, 'turn') })
}
