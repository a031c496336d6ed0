import { useInfiniteQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import type { Line } from '../api/names'
import { useProjectId } from '../app/project'
import { concordance, type LineOrder, type Query } from '../data/search'
import { Empty, Failure, Late, Lines } from '../kit/states'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Names } from './facets'
import { LineRow } from './LineRow'
import { RowList } from './RowList'

/** The places of a query's words, as far as they have been fetched. */
export function useLines(query: Query, sort: LineOrder, enabled: boolean) {
  const answer = useInfiniteQuery({ ...concordance(useProjectId(), query, sort), enabled })
  return { answer, lines: answer.data?.pages.flatMap((page) => page.lines) ?? [], head: answer.data?.pages[0] }
}

interface ConcordanceProps {
  found: ReturnType<typeof useLines>
  names: Names
  current: number
  onCurrent: (index: number) => void
  list: RefObject<HTMLElement | null>
}

/** The words that were found one below the other, with what stands left and right of them. */
export function Concordance({ found: { answer, lines, head }, names, ...walk }: ConcordanceProps) {
  const project = useProjectId()
  const sources = new Map(names.sources.map((one) => [one.id, one]))
  const onEnd = () => answer.hasNextPage && !answer.isFetchingNextPage && void answer.fetchNextPage()
  if (answer.error) return <Failure error={answer.error} retry={() => void answer.refetch()} />
  if (!head)
    return (
      <Late>
        <Lines count={14} />
      </Late>
    )
  if (!lines.length) return <Empty title={m.search_noLines()}>{m.search_noLinesAbout()}</Empty>
  return (
    <div className="conc">
      {head.cut ? <p className="cap">{m.search_linesCut({ n: figure(head.total) })}</p> : null}
      <RowList items={lines} {...walk} onEnd={onEnd}>
        {(line: Line, row) => (
          <LineRow
            key={`${line.source} ${line.start}`}
            {...{ project, line, book: names.book, ...row }}
            title={sources.get(line.source)?.title}
          />
        )}
      </RowList>
    </div>
  )
}
