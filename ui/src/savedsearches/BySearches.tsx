import { useQuery } from '@tanstack/react-query'
import { useProjectId } from '../app/project'
import { toggled } from '../app/search-params'
import { savedSearches } from '../data/savedSearches'
import type { Filter } from '../data/search'
import { m } from '../paraglide/messages'
import { Tick } from '../search/Tick'

interface BySearchesProps {
  filter: Filter
  onChange: (filter: Filter) => void
}

/** The saved searches whose turns something is narrowed to; nothing where there are none. */
export function BySearches({ filter, onChange }: BySearchesProps) {
  const { data: list = [] } = useQuery(savedSearches(useProjectId()))
  if (!list.length) return null
  return (
    <section className="fac">
      <h3>{m.savedsearches_savedSearches()}</h3>
      <ul>
        {list.map(({ id, name }) => (
          <li key={id}>
            <Tick
              choice={{ value: id, name }}
              checked={filter.search?.includes(id) ?? false}
              onToggle={(value) => onChange(toggled(filter, 'search', value))}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
