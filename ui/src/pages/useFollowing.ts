import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Page } from '../api/names'
import { spanIn } from '../app/search-params'
import { useDesk } from '../coding/desk'
import { pageWords } from '../data/pages'
import { pageOf } from './places'

/** How much of the pane stays above a place that is brought into view. */
const ABOVE = 0.2

/** The page in view, a way to another, and the pages following what is lit, selected or gone to. */
export function useFollowing(box: RefObject<HTMLElement | null>, list: readonly Page[]) {
  const { project, source, surface, lit, selected } = useDesk()
  const { at } = useSearch({ from: '/inside/p/$project/sources/$source' })
  const cache = useQueryClient()
  const [page, setPage] = useState(0)
  const sheets = () => [...(box.current?.querySelectorAll<HTMLElement>('.sheet') ?? [])]
  const go = (to: number) => sheets()[Math.min(Math.max(to, 0), list.length - 1)]?.scrollIntoView({ block: 'start' })

  useEffect(() => {
    const scroller = box.current
    if (!scroller) return
    const look = () => {
      const middle = scroller.scrollTop + scroller.clientHeight / 3
      const found = sheets().findLastIndex((sheet) => sheet.offsetTop <= middle)
      setPage(Math.max(found, 0))
    }
    scroller.addEventListener('scroll', look, { passive: true })
    return () => scroller.removeEventListener('scroll', look)
  })

  const follow = async (position: number) => {
    const words = (index: number) => cache.fetchQuery(pageWords(project, source.id, source.revision, index + 1))
    const index = await pageOf(position, list.length, words)
    const word = (await words(index)).find(({ end }) => end > position)
    const [sheet, scroller] = [sheets()[index], box.current]
    if (!sheet || !scroller) return
    const top = sheet.offsetTop + ((word?.top ?? 0) * sheet.clientWidth) / Number(sheet.dataset.width)
    const inView = top > scroller.scrollTop && top < scroller.scrollTop + scroller.clientHeight * (1 - ABOVE)
    if (!inView) scroller.scrollTop = top - scroller.clientHeight * ABOVE
  }
  const latest = useRef(follow)
  useEffect(() => {
    latest.current = follow
  })
  const begun = useRef(false)
  useEffect(() => {
    if (!surface || begun.current) return
    begun.current = true
    void latest.current(surface.selection()?.start ?? surface.top())
  }, [surface])
  const goal = spanIn(at)?.start
  useEffect(() => {
    if (goal !== undefined) void latest.current(goal)
  }, [goal])
  const place = lit?.start ?? selected?.start
  useEffect(() => {
    if (place !== undefined) void latest.current(place)
  }, [place])
  return { page, go }
}
