import { Link } from '@tanstack/react-router'
import type { Memo } from '../api/names'
import { useCodebook, useProjectId, useSources, useStrands } from '../app/project'
import { spanParam } from '../app/search-params'
import { Thread } from '../kit/marks'
import { shorten } from '../kit/words'

/** How much of the words a memo is on is shown, in characters. */
const QUOTED = 220

/** What a memo is on, and the way there. */
export function MemoTarget({ memo }: { memo: Memo }) {
  const project = useProjectId()
  const sources = useSources()
  const book = useCodebook()
  const strands = useStrands()
  const { on, target, targetKind } = memo
  if (on) {
    const source = sources.find(({ id }) => id === on.source)
    return (
      <blockquote className="serif">
        {shorten(on.text, QUOTED)}{' '}
        <Link to="/p/$project/sources/$source" params={{ project, source: on.source }} search={{ at: spanParam(on) }}>
          {source?.title ?? 'Open'}
        </Link>
      </blockquote>
    )
  }
  if (targetKind === 'code') {
    const code = book.get(target)
    return (
      <p className="on">
        On{' '}
        <Link className="in-code" to="/p/$project/codes" params={{ project }} search={{ code: target }}>
          <Thread color={code?.color ?? 'oakgall'} />
          {code?.name ?? 'a code that is gone'}
        </Link>
      </p>
    )
  }
  if (targetKind === 'source') {
    return (
      <p className="on">
        On{' '}
        <Link to="/p/$project/sources/$source" params={{ project, source: target }}>
          {sources.find(({ id }) => id === target)?.title ?? 'a source that is gone'}
        </Link>
      </p>
    )
  }
  if (targetKind === 'strand')
    return <p className="on">On {strands.find(({ id }) => id === target)?.name ?? 'a strand that is gone'}</p>
  return <p className="on">On {targetKind === 'passage' ? 'a passage' : 'the project'}</p>
}
