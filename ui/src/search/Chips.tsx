import { isNarrowed, toggled } from '../app/search-params'
import { type Filter, filterKinds } from '../data/search'
import { Icon, Thread } from '../kit/marks'
import { m } from '../paraglide/messages'
import { facetTitles, type Names, named } from './facets'

interface ChipsProps {
  filter: Filter
  names: Names
  onAsk: (filter: Filter) => void
}

/** What is narrowed down to, as words that can be taken away. */
export function Chips({ filter, names, onAsk }: ChipsProps) {
  if (!isNarrowed(filter)) return null
  return (
    <ul className="chips row wrap tight" aria-label={m.search_narrowedTo()}>
      {filterKinds.flatMap((kind) =>
        (filter[kind] ?? []).map((value) => {
          const { name, color } = named(kind, value, names)
          return (
            <li className="chip" key={kind + value}>
              {facetTitles[kind]()} {color ? <Thread color={color} /> : null}
              <b>{name}</b>
              <button
                type="button"
                className="x"
                aria-label={m.search_remove({ name })}
                onClick={() => onAsk(toggled(filter, kind, value))}
              >
                <Icon name="x" small />
              </button>
            </li>
          )
        }),
      )}
    </ul>
  )
}
