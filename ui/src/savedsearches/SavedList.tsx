import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SavedSearch } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { useUndoToast } from '../app/useUndo'
import { askedBy, savedSearches, searchNews, useRemoveSavedSearch } from '../data/savedSearches'
import { filterKinds } from '../data/search'
import { Icon } from '../kit/marks'
import { toastError } from '../kit/toasts'
import { count, figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { SaveDialog } from './SaveDialog'
import './savedsearches.css'

/** The searches that the team keeps, with what is new in each; nothing where there is none. */
export function SavedList() {
  const { data: list = [] } = useQuery(savedSearches(useProjectId()))
  const [renaming, rename] = useState<SavedSearch>()
  if (!list.length) return null
  return (
    <section className="saved-searches" aria-labelledby="saved-searches">
      <h2 id="saved-searches">{m.savedsearches_savedSearches()}</h2>
      <ul>
        {list.map((one) => (
          <Saved key={one.id} one={one} onRename={() => rename(one)} />
        ))}
      </ul>
      {renaming ? (
        <SaveDialog query={askedBy(renaming)} list={list} rename={renaming} onClose={() => rename(undefined)} />
      ) : null}
    </section>
  )
}

function Saved({ one, onRename }: { one: SavedSearch; onRename: () => void }) {
  const project = useProjectId()
  const may = useMay().code
  const { data: news, error } = useQuery(searchNews(project, one.id))
  const remove = useRemoveSavedSearch(project)
  const undoable = useUndoToast()
  const { name, q } = one
  const query = askedBy(one)
  const narrowed = filterKinds.reduce((sum, kind) => sum + (query[kind]?.length ?? 0), 0)
  const onRemove = () =>
    remove.mutate(one.id, {
      onSuccess: ({ seq }) => undoable(m.savedsearches_deleted({ name }), seq),
      onError: toastError,
    })
  return (
    <li>
      <Link to="/p/$project/search" params={{ project }} search={query}>
        {name}
      </Link>
      <code className="cut">{q}</code>
      <span className="cap">{narrowed ? m.savedsearches_narrowed({ n: narrowed }) : ''}</span>
      <span className="cap num">
        {news ? count(news.total, 'turn') : error ? m.savedsearches_unread() : ''}
        {news?.new ? <span className="tag accent">{m.savedsearches_new({ n: figure(news.new) })}</span> : null}
      </span>
      {may ? (
        <span className="row tight">
          <button
            type="button"
            className="btn icon quiet sm"
            aria-label={m.savedsearches_rename({ name })}
            title={m.savedsearches_rename({ name })}
            onClick={onRename}
          >
            <Icon name="pencil" small />
          </button>
          <button
            type="button"
            className="btn icon quiet sm"
            aria-label={m.savedsearches_delete({ name })}
            title={m.savedsearches_delete({ name })}
            onClick={onRemove}
          >
            <Icon name="x" small />
          </button>
        </span>
      ) : null}
    </li>
  )
}
