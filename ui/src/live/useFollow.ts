import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { begin } from '../data/entries'
import { project as projectQuery } from '../data/projects'
import { stale } from '../data/stale'
import { hearHere, tellHere } from '../data/team'
import { applyEntries } from './apply'
import { arrive } from './arrivals'
import { follow } from './follow'

/** Projects whose lists were read, and then not followed for a while. */
const left = new Set<string>()

const everything = [
  ...([
    'project',
    'members',
    'strands',
    'sources',
    'codes',
    'codeSets',
    'codebookChanges',
    'memos',
    'bookmarks',
  ] as const),
  ...(['passages', 'excerpts', 'searches', 'journal', 'lookback', 'steps'] as const),
]

/** Keeps everything of a project up to date for as long as it is open. */
export function useFollow(project: string): void {
  const cache = useQueryClient()
  useEffect(() => {
    const after = cache.getQueryData(projectQuery(project).queryKey)?.seq ?? 0
    if (left.delete(project)) {
      stale(cache, project, everything)
    }
    begin(project, after)
    const stop = follow(project, after, {
      onEntries: (entries) => {
        applyEntries(cache, project, entries)
        arrive(entries)
      },
      onHere: (one) => hearHere(cache, project, one),
      onOpen: () => void tellHere(cache, project), // who moved before that was not heard
    })
    return () => {
      left.add(project)
      stop()
    }
  }, [cache, project])
}
