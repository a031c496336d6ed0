import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useProjectId } from '../app/project'
import type { Listing } from '../data/excerpts'
import { readListing, written } from '../excerpts/listing'
import { keepPlace, placeIn, prefer, usePreferences } from '../settings/preferences'

/** How a list of everything is written in the address. */
const ALL = 'all'

export type Dock = ReturnType<typeof useDock>

/** The retrieved passages below the text: whether they are open, and which. The address has it, and it is remembered. */
export function useDock() {
  const project = useProjectId()
  const navigate = useNavigate()
  const { list } = useSearch({ from: '/inside/p/$project/sources/$source' })
  const { dock: open } = usePreferences()
  const words = list ?? placeIn(project).list ?? ALL
  const write = (next: string | undefined) =>
    void navigate({ to: '.', search: (now) => ({ ...now, list: next }), replace: true, resetScroll: false })
  return {
    project,
    open,
    words,
    listing: readListing(words),
    change: (listing: Listing) => {
      const next = written(listing) || ALL
      keepPlace(project, { list: next })
      write(next)
    },
    set: (next: boolean) => {
      prefer({ dock: next })
      write(next ? words : undefined)
    },
    write,
  }
}

/** Opens the list that an address came with, and keeps the list in the address of every source. */
export function useListInAddress({ project, open, words, write }: Dock): void {
  const { list } = useSearch({ from: '/inside/p/$project/sources/$source' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the address that one came with opens it
  useEffect(() => {
    if (list === undefined) return
    keepPlace(project, { list })
    prefer({ dock: true })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the address has lost it
  useEffect(() => {
    if (open && list === undefined) write(words)
  }, [open, list])
}
