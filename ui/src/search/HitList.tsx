import type { RefObject } from 'react'
import type { Hit } from '../api/names'
import { useProjectId } from '../app/project'
import type { Names } from './facets'
import { HitRow, type Leaving } from './HitRow'
import { RowList } from './RowList'

interface HitListProps {
  hits: readonly Hit[]
  names: Names
  leaving?: Leaving
  current: number
  onCurrent: (index: number) => void
  onEnd: () => void
  list: RefObject<HTMLElement | null>
}

/** The turns that were found, as far as they have been fetched. */
export function HitList({ hits, names, leaving, ...walk }: HitListProps) {
  const project = useProjectId()
  const sources = new Map(names.sources.map((one) => [one.id, one]))
  const strands = new Map(names.strands.map((one) => [one.id, one.name]))
  return (
    <RowList items={hits} {...walk}>
      {(hit, row) => {
        const source = sources.get(hit.source)
        return (
          <HitRow
            key={`${hit.source} ${hit.turn}`}
            {...{ project, hit, source, leaving, book: names.book, ...row }}
            strand={strands.get(source?.strand ?? '')}
          />
        )
      }}
    </RowList>
  )
}
