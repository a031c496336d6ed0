import { useLayoutEffect, useMemo } from 'react'
import { useHere } from '../app/useHere'
import type { Content } from '../data/sources'
import { useMemos } from '../data/useMemos'
import { initials } from '../kit/people'
import { usePreferences } from '../settings/preferences'
import type { Colleague, Surface } from '../surface'
import { notesOf } from './aside'

interface About {
  project: string
  source: string
  content: Content
}

/** Keeps up to date what stands beside the words: numbers, memos, colleagues, and how wide the margin is. */
export function useAside(surface: Surface | null, { project, source, content }: About): void {
  const { numbers, widths } = usePreferences()
  const colleagues = useColleagues(source)
  const notes = useNotes({ project, source, content })
  useLayoutEffect(() => surface?.setNumbers(numbers), [surface, numbers])
  useLayoutEffect(() => surface?.setMargin(widths.margin), [surface, widths.margin])
  useLayoutEffect(() => surface?.setMemos(notes), [surface, notes])
  useLayoutEffect(() => surface?.setColleagues(colleagues), [surface, colleagues])
}

function useNotes({ project, source, content }: About) {
  const memos = useMemos(project)
  return useMemo(() => notesOf(memos, source, content.positions), [memos, source, content])
}

function useColleagues(source: string): readonly Colleague[] {
  const here = useHere()
  return useMemo(
    () =>
      here.flatMap(({ account, name, position, ...one }) =>
        one.source === source && position !== undefined ? [{ account, name, initials: initials(name), position }] : [],
      ),
    [here, source],
  )
}
