import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Case } from '../api/names'
import { type CaseQuery, casePage, PAGE } from '../data/cases'

/** A row of the sheet: a case, or the place of one that has not been read yet. */
export type Row = (Case | { id: string; unread: true }) & {
  /** What was typed into the cell that is being edited. */
  typed?: string
}

export const isRead = (row: Row): row is Case & Row => !('unread' in row)

/** The rows of a query; only the pages in sight are read. */
export function useRows(project: string, query: CaseQuery) {
  const [inSight, setInSight] = useState<readonly [number, number]>([0, 0])
  const [first, last] = inSight
  const found = useQueries({
    queries: Array.from({ length: last - first + 1 }, (_, i) => ({
      ...casePage(project, query, (first + i) * PAGE),
      placeholderData: keepPreviousData,
    })),
    combine: (all) => ({
      pages: all.map(({ data }) => data),
      error: all.find(({ error }) => error)?.error ?? null,
      reading: all.some(({ isPending }) => isPending),
      again: () => void Promise.all(all.map(({ refetch }) => refetch())),
    }),
  })
  const total = found.pages.find((page) => page)?.total ?? 0
  const rows = useMemo(
    () =>
      Array.from({ length: total }, (_, i): Row => {
        const page = found.pages[Math.floor(i / PAGE) - first]
        return page?.items[i % PAGE] ?? { id: `unread ${i}`, unread: true }
      }),
    [found.pages, total, first],
  )
  /** Reads the pages that hold the rows from one to another. */
  const see = (from: number, to: number) => {
    const next = [
      Math.floor(Math.max(0, from) / PAGE),
      Math.floor(Math.max(0, Math.min(to, total - 1)) / PAGE),
    ] as const
    setInSight((now) => (now[0] === next[0] && now[1] === next[1] ? now : next))
  }
  return { rows, total, see, ...found }
}
