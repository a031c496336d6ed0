import { Link } from '@tanstack/react-router'
import { useCodebook, useProjectId } from '../app/project'
import { isNarrowed } from '../app/search-params'
import type { Filter } from '../data/search'
import { Empty } from '../kit/states'

/** No passages: what to do about it. */
export function NoExcerpts({ filter, onClear }: { filter: Filter; onClear: () => void }) {
  const project = useProjectId()
  const book = useCodebook()
  const only = filter.code?.length === 1 ? book.get(filter.code[0]) : undefined
  if (only && !only.all) {
    return (
      <Empty
        title={`No passages yet for “${only.name}”.`}
        actions={
          <Link className="btn primary" to="/p/$project/search" params={{ project }}>
            Search the text
          </Link>
        }
      >
        Select words in a transcript and press <kbd>C</kbd>, or find passages first.
      </Empty>
    )
  }
  if (isNarrowed(filter)) {
    return (
      <Empty
        title="No passages for what you chose."
        actions={
          <button type="button" className="btn primary" onClick={onClear}>
            Show all passages
          </button>
        }
      >
        Untick a code, a strand, a source or a coder to see more.
      </Empty>
    )
  }
  return (
    <Empty
      title="Nothing is coded yet."
      actions={
        <Link className="btn primary" to="/p/$project/sources" params={{ project }}>
          Go to the sources
        </Link>
      }
    >
      Open a source, select words and press <kbd>C</kbd>. What you code is gathered here, under its codes.
    </Empty>
  )
}
