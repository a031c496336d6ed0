import type { ExcerptGroup } from '../api/names'
import { useCodebook, usePeople, useSources, useStrands } from '../app/project'
import type { Grouping } from '../data/excerpts'
import { Icon, Thread } from '../kit/marks'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'

interface GroupHeadProps {
  group: ExcerptGroup
  by: Grouping
  folded: boolean
  onFold: () => void
  focus: object
}

/** The head of rows that belong together: what they share, and how many they are. */
export function GroupHead({ group: { value, rows }, by, folded, onFold, focus }: GroupHeadProps) {
  const { above, name, color, meaning } = useGroup(by, value)
  return (
    // biome-ignore lint/a11y: the list has the keys, and gives the focus
    <div className="ch" role="row" aria-expanded={!folded} {...focus} onClick={onFold}>
      {/* biome-ignore lint/a11y: a table can't draw only the rows in view */}
      <div role="gridcell">
        {above ? <p className="cap">{above}</p> : null}
        <h2>
          <Icon name={folded ? 'chev' : 'down'} small />
          {color ? <Thread color={color} /> : null}
          <span className="cut">{name}</span>
          <span className="cap">{count(rows, 'passage')}</span>
        </h2>
        {meaning && !folded ? <p className="serif soft">{meaning}</p> : null}
      </div>
    </div>
  )
}

interface Group {
  name: string
  above?: string
  color?: string
  meaning?: string
}

function useGroup(by: Grouping, value: string): Group {
  const book = useCodebook()
  const strands = useStrands()
  const sources = useSources()
  const { called } = usePeople()
  const strandOf = (id?: string) => strands.find((strand) => strand.id === id)?.name
  switch (by) {
    case 'code': {
      const code = book.get(value)
      const path = book.ancestors(value).map((one) => one.name)
      return {
        name: code?.name ?? m.excerpts_gone(),
        above: path.join(' / '),
        color: code?.color,
        meaning: code?.definition,
      }
    }
    case 'source': {
      const source = sources.find(({ id }) => id === value)
      return { name: source?.title ?? m.excerpts_gone(), above: strandOf(source?.strand) }
    }
    case 'strand':
      return { name: strandOf(value) ?? m.excerpts_gone() }
    case 'coder':
      return { name: called(value) }
    default:
      return { name: value || m.excerpts_nobody() }
  }
}
