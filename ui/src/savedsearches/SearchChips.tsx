import { useQuery } from '@tanstack/react-query'
import { useProjectId } from '../app/project'
import { savedSearches } from '../data/savedSearches'
import type { ByCase } from '../data/search'
import { m } from '../paraglide/messages'
import { Chip } from '../search/Chip'

interface SearchChipsProps {
  filter: ByCase
  onRemove: (kind: 'search', id: string) => void
}

/** The saved searches whose turns something is narrowed to, as words that can be taken away. */
export function SearchChips({ filter, onRemove }: SearchChipsProps) {
  const { data: list = [] } = useQuery({ ...savedSearches(useProjectId()), enabled: Boolean(filter.search?.length) })
  return (filter.search ?? []).map((id) => (
    <Chip
      key={id}
      title={m.savedsearches_foundBy()}
      name={list.find((one) => one.id === id)?.name ?? m.savedsearches_gone()}
      onRemove={() => onRemove('search', id)}
    />
  ))
}
