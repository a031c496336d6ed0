import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useProjectId } from '../app/project'
import { excerptPage, type Listing } from '../data/excerpts'
import { windowFor } from './lines'

export type Excerpts = ReturnType<typeof useExcerpts>

/** The part of a list that is looked at, as it is now. What was shown stays until the next part is there. */
export function useExcerpts(listing: Listing) {
  const key = keyOfList(listing)
  const [looking, setLooking] = useState({ key, from: 0 })
  const from = looking.key === key ? looking.from : 0
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    ...excerptPage(useProjectId(), listing, from),
    placeholderData: keepPreviousData,
  })
  /** Reads around a row, unless that is what is read already. */
  const lookAt = (row: number) => {
    const next = windowFor(row)
    if (next !== from) setLooking({ key, from: next })
  }
  return { data, error, isPending, isBusy: isPlaceholderData, refetch: () => void refetch(), lookAt }
}

/** The same for lists that differ only in what is folded. */
export const keyOfList = ({ folded: _, ...listing }: Listing): string => JSON.stringify(listing)
