import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMatchRoute } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Presence } from '../api/names'
import { keys } from '../data/keys'
import { here, tellHere, type Where } from '../data/team'
import { onPlace, placeNow } from '../live/place'
import { useProjectId } from './project'

/** Tells the server every so often that I am here, at once when I go to another source, and where I come to rest in it. */
export function useTellHere(): void {
  const project = useProjectId()
  const match = useMatchRoute()({ to: '/p/$project/sources/$source' })
  const source = match && match.source !== 'add' ? match.source : undefined
  const latest = useRef(source)
  const where = (): Where => (latest.current ? { source: latest.current, position: placeNow() } : {})
  const cache = useQueryClient()
  useQuery(here(project, where))
  useEffect(() => {
    latest.current = source
    const tell = () => void tellHere(cache, project)
    if (cache.getQueryData(keys.here(project))) tell()
    return onPlace(tell)
  }, [source, cache, project])
}

const nobody: Presence[] = []

/** Who else has the project open. It asks nothing itself: only who knows where I am may ask. */
export function useHere(): Presence[] {
  return useQuery<Presence[]>({ queryKey: keys.here(useProjectId()), enabled: false }).data ?? nobody
}
