import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { project as projectQuery } from '../data/projects'
import { stale } from '../data/stale'
import { applyEntries } from './apply'
import { follow } from './follow'

/** Projects whose lists were read, and then not followed for a while. */
const left = new Set<string>()

/** Keeps everything of a project up to date for as long as it is open. */
export function useFollow(project: string): void {
  const cache = useQueryClient()
  useEffect(() => {
    const after = cache.getQueryData(projectQuery(project).queryKey)?.seq ?? 0
    if (left.delete(project)) {
      stale(cache, project, ['project', 'members', 'strands', 'sources', 'codes', 'memos', 'passages', 'journal'])
    }
    const stop = follow(project, after, (entries) => applyEntries(cache, project, entries))
    return () => {
      left.add(project)
      stop()
    }
  }, [cache, project])
}
