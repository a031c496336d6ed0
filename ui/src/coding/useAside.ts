import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useMemo } from 'react'
import { memos } from '../data/memos'
import type { Content } from '../data/sources'
import { usePreferences } from '../settings/preferences'
import type { Surface } from '../surface'
import { notesOf } from './aside'

interface About {
  project: string
  source: string
  content: Content
}

/** Keeps up to date what stands beside the words: numbers, memos, and how wide the margin is. */
export function useAside(surface: Surface | null, { project, source, content }: About): void {
  const { numbers, widths } = usePreferences()
  const notes = useNotes({ project, source, content })
  useLayoutEffect(() => surface?.setNumbers(numbers), [surface, numbers])
  useLayoutEffect(() => surface?.setMargin(widths.margin), [surface, widths.margin])
  useLayoutEffect(() => surface?.setMemos(notes), [surface, notes])
}

function useNotes({ project, source, content }: About) {
  const { data } = useQuery(memos(project))
  return useMemo(() => notesOf(data ?? [], source, content.positions), [data, source, content])
}
