import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMatchRoute } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Presence } from '../api/names'
import { here } from '../data/team'
import { useProjectId } from './project'

/** Tells the server where I am, and says who else has the project open. */
export function useHere(): Presence[] {
  const project = useProjectId()
  const match = useMatchRoute()({ to: '/p/$project/sources/$source' })
  const source = match && match.source !== 'add' ? match.source : undefined
  const options = here(project, source)
  const cache = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: moving to another source is to be told at once
  useEffect(() => {
    void cache.invalidateQueries({ queryKey: options.queryKey })
  }, [source])
  return useQuery(options).data ?? []
}
