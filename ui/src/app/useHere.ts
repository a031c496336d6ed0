import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMatchRoute } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Presence } from '../api/names'
import { here } from '../data/team'
import { useProjectId } from './project'

/** Tells the server every so often that I am here, and at once when I go to another source. */
export function useTellHere(): void {
  const project = useProjectId()
  const match = useMatchRoute()({ to: '/p/$project/sources/$source' })
  const source = match && match.source !== 'add' ? match.source : undefined
  const options = here(project, source)
  const cache = useQueryClient()
  useQuery(options)
  // biome-ignore lint/correctness/useExhaustiveDependencies: moving to another source is what is to be told
  useEffect(() => {
    if (cache.getQueryData(options.queryKey)) void cache.invalidateQueries({ queryKey: options.queryKey })
  }, [source])
}

/** Who else has the project open. */
export function useHere(): Presence[] {
  return useQuery({ ...here(useProjectId()), enabled: false }).data ?? []
}
