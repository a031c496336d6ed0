import { useMemo, useRef } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { Excerpt } from '../api/names'
import { useCodebook, usePeople, useProjectId } from '../app/project'
import { CodeHead, ExcerptRow } from './ExcerptRow'
import { rows } from './groups'

/** How near to its end the list is when more is fetched, in px. */
const AHEAD = 3000

/** Coded passages under the heads of their codes, as far as they have been fetched. */
export function ExcerptRows({ excerpts, onEnd }: { excerpts: readonly Excerpt[]; onEnd: () => void }) {
  const project = useProjectId()
  const book = useCodebook()
  const people = usePeople()
  const handle = useRef<VListHandle>(null)
  const list = useMemo(() => rows(excerpts), [excerpts])
  const onScroll = (offset: number) => {
    const { scrollSize = 0, viewportSize = 0 } = handle.current ?? {}
    if (scrollSize - offset - viewportSize < AHEAD) onEnd()
  }
  return (
    <VList className="exs" ref={handle} data={list} onScroll={onScroll}>
      {(row) =>
        'code' in row ? (
          <CodeHead key={row.code.code} excerpt={row.code} code={book.get(row.code.code)} />
        ) : (
          <ExcerptRow
            key={row.excerpt.coding}
            project={project}
            excerpt={row.excerpt}
            coder={people.called(row.excerpt.coder)}
          />
        )
      }
    </VList>
  )
}
