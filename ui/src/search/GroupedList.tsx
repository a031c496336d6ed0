import type { RefObject } from 'react'
import { useProjectId } from '../app/project'
import { Icon } from '../kit/marks'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Names } from './facets'
import { HitRow, type Leaving } from './HitRow'
import { RowList, type RowProps } from './RowList'
import type { Group, useGroups } from './useGroups'

interface GroupedListProps {
  found: ReturnType<typeof useGroups>
  names: Names
  leaving?: Leaving
  /** Codes what was found of a group. */
  onCode?: (value: string) => void
  current: number
  onCurrent: (index: number) => void
  list: RefObject<HTMLElement | null>
}

/** The turns that were found under heads that fold. */
export function GroupedList({
  found: { rows, fold, answer, none },
  names,
  leaving,
  onCode,
  ...walk
}: GroupedListProps) {
  const project = useProjectId()
  const sources = new Map(names.sources.map((one) => [one.id, one]))
  const strands = new Map(names.strands.map((one) => [one.id, one.name]))
  const onEnd = () => answer.hasNextPage && !answer.isFetchingNextPage && void answer.fetchNextPage()
  return (
    <div className="conc">
      {none ? <p className="cap">{m.search_noCase({ n: none })}</p> : null}
      <RowList items={rows} {...walk} onEnd={onEnd}>
        {(one, row) => {
          if (!one.hit)
            return (
              <GroupHead key={one.head.value} {...{ ...one, onCode, ...row }} onFold={() => fold(one.head.value)} />
            )
          const source = sources.get(one.hit.source)
          return (
            <HitRow
              key={`${one.head.value} ${one.hit.source} ${one.hit.turn}`}
              {...{ project, source, leaving, hit: one.hit, book: names.book, ...row }}
              strand={strands.get(source?.strand ?? '')}
            />
          )
        }}
      </RowList>
    </div>
  )
}

interface GroupHeadProps extends RowProps {
  head: Group
  folded: boolean
  onFold: () => void
  onCode?: (value: string) => void
}

/** What turns share, and how many of how many they are. */
function GroupHead({ head, folded, onFold, onCode, current, onFocus }: GroupHeadProps) {
  return (
    <h2 className="hit ghead" aria-current={current || undefined}>
      <button
        type="button"
        className="way"
        aria-expanded={!folded}
        tabIndex={current ? 0 : -1}
        onFocus={onFocus}
        onClick={onFold}
      >
        <Icon name={folded ? 'chev' : 'down'} small />
        <span className="cut">{head.name}</span>
        <span className="cap">{m.search_ofTurns({ n: figure(head.count), turns: count(head.of, 'turn') })}</span>
      </button>
      {onCode ? (
        <button
          type="button"
          className="btn quiet sm"
          tabIndex={current ? 0 : -1}
          aria-label={m.search_codeGroup({ name: head.name })}
          onClick={() => onCode(head.value)}
        >
          {m.search_codeSome({ n: figure(head.count) })}
        </button>
      ) : null}
    </h2>
  )
}
