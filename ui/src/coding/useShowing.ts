import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useCodebook } from '../app/project'
import { announce } from '../kit/announce'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { keepPlace, placeIn } from '../settings/preferences'
import type { Coding } from '../surface'
import { codesShown, everything, filterOf, from, isNarrowed, type Showing, showingIn } from './showing'

/** Which codings of a source are shown, kept in the address. */
export function useShowing(project: string, source: string, codings: readonly Coding[]) {
  const search = useSearch({ from: '/inside/p/$project/sources/$source' })
  const navigate = useNavigate({ from: '/p/$project/sources/$source' })
  const visit = useLastVisit(project, source)
  const written = JSON.stringify(showingIn({ ...search }))
  const known = useCodebook()
  const { showing, codes, filter } = useMemo(() => {
    const showing: Showing = JSON.parse(written)
    const codes = codesShown(showing, known)
    return { showing, codes, filter: filterOf(showing, codes, from(showing.since, new Date(), visit)) }
  }, [written, known, visit])
  const shown = useMemo(() => (filter ? codings.filter(filter) : codings), [codings, filter])
  const show = (change: Showing) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false })

  const told = isNarrowed(showing)
    ? m.coding_shownSome({ n: figure(shown.length), codings: count(codings.length, 'coding') })
    : ''
  useTold(written, told || m.coding_shownAll())
  return { showing, narrowed: told, codes, filter, shown, visit, show, showAll: () => show(everything) }
}

/** Says what is shown when it was changed, not when codings come and go. */
function useTold(written: string, told: string): void {
  const [before, set] = useState(written)
  useEffect(() => {
    if (written === before) return
    set(written)
    announce(told)
  }, [written, before, told])
}

/** When I left this source before I came now. */
function useLastVisit(project: string, source: string): string | undefined {
  const [visit] = useState(() => placeIn(project).left?.[source])
  useEffect(() => {
    const leave = () => keepPlace(project, { left: { ...placeIn(project).left, [source]: new Date().toISOString() } })
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [project, source])
  return visit
}
