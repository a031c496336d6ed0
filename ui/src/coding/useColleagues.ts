import { useEffect } from 'react'
import { useHere } from '../app/useHere'
import { initials } from '../kit/people'
import { setPlace } from '../live/place'
import type { Surface } from '../surface'

/** Shows at their places in the margin who else reads this source; tells where I begin, and that I am nowhere when I leave. */
export function useColleagues(surface: Surface | null, source: string): void {
  const here = useHere()
  useEffect(() => {
    const colleagues = here.flatMap(({ account, name, source: reads, position }) =>
      reads === source && position !== undefined ? [{ account, name, initials: initials(name), position }] : [],
    )
    surface?.setColleagues(colleagues)
  }, [surface, source, here])
  useEffect(() => {
    if (surface) setPlace(surface.top())
    return () => setPlace(undefined)
  }, [surface])
}
