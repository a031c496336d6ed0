import { Link } from '@tanstack/react-router'
import { useCodebook, useProjectId } from '../app/project'
import type { Listing } from '../data/excerpts'
import { Empty } from '../kit/states'
import { rich } from '../language/rich'
import { m } from '../paraglide/messages'
import { narrows } from './listing'

/** No passages: what to do about it. */
export function NoExcerpts({ filter, onClear }: { filter: Listing; onClear: () => void }) {
  const project = useProjectId()
  const book = useCodebook()
  const only = filter.code?.length === 1 ? book.get(filter.code[0]) : undefined
  const key = () => <kbd>C</kbd>
  if (only && !only.all) {
    const search = (
      <Link className="btn primary" to="/p/$project/search" params={{ project }}>
        {m.excerpts_searchText()}
      </Link>
    )
    return (
      <Empty title={m.excerpts_noneOf({ code: only.name })} actions={search}>
        {rich(m.excerpts_noneOfHow(), { key })}
      </Empty>
    )
  }
  if (narrows(filter)) {
    const clear = (
      <button type="button" className="btn primary" onClick={onClear}>
        {m.excerpts_clear()}
      </button>
    )
    return (
      <Empty title={m.excerpts_noneChosen()} actions={clear}>
        {m.excerpts_noneChosenHow()}
      </Empty>
    )
  }
  const sources = (
    <Link className="btn primary" to="/p/$project/sources" params={{ project }}>
      {m.excerpts_sources()}
    </Link>
  )
  return (
    <Empty title={m.excerpts_none()} actions={sources}>
      {rich(m.excerpts_noneHow(), { key })}
    </Empty>
  )
}
