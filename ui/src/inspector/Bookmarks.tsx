import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Bookmark } from '../api/names'
import { useUndoToast } from '../app/useUndo'
import { useDesk } from '../coding/desk'
import { bookmarks, useNameBookmark, useRemoveBookmark } from '../data/bookmarks'
import { Icon } from '../kit/marks'
import { toastError } from '../kit/toasts'
import { figure, shorten } from '../kit/words'
import { m } from '../paraglide/messages'

/** How much of a turn stands for a bookmark without a name, in characters. */
const QUOTED = 42

/** My bookmarks in this source: to go to, to name, to take away. */
export function Bookmarks() {
  const { project, source } = useDesk()
  const { data: list = [] } = useQuery(bookmarks(project, source.id))
  if (!list.length) return null
  return (
    <section className="sec" aria-label={m.inspector_bookmarks()}>
      <h3>{m.inspector_bookmarks()}</h3>
      <ul className="marks">
        {list.map((one) => (
          <Place key={one.id} bookmark={one} />
        ))}
      </ul>
    </section>
  )
}

function Place({ bookmark }: { bookmark: Bookmark }) {
  const { project, content, surface } = useDesk()
  const remove = useRemoveBookmark(project)
  const undoable = useUndoToast()
  const [naming, setNaming] = useState(false)
  const turn = content.turns.findLast(({ start }) => start <= bookmark.position)
  if (!turn) return null
  const name = bookmark.name || shorten(content.positions.slice(turn), QUOTED)
  const number = { turn: figure(turn.index + 1) }
  const drop = () =>
    remove.mutateAsync(bookmark.id).then(({ seq }) => undoable(m.coding_bookmarkTaken(number), seq), toastError)
  if (naming) return <Naming bookmark={bookmark} onDone={() => setNaming(false)} />
  return (
    <li>
      <button type="button" className="line" onClick={() => surface?.focusTurn(turn.index)}>
        <span className="cap">{number.turn}</span>
        <span className="cut">{name}</span>
      </button>
      <button
        type="button"
        className="btn icon quiet sm"
        aria-label={m.inspector_bookmarkNameAt(number)}
        title={m.inspector_bookmarkNameIt()}
        onClick={() => setNaming(true)}
      >
        <Icon name="pencil" small />
      </button>
      <button
        type="button"
        className="btn icon quiet sm"
        aria-label={m.inspector_bookmarkDropAt(number)}
        title={m.inspector_bookmarkDrop()}
        onClick={() => void drop()}
      >
        <Icon name="x" small />
      </button>
    </li>
  )
}

/** The name is kept with Enter or by leaving the field, and left as it was with Esc. */
function Naming({ bookmark, onDone }: { bookmark: Bookmark; onDone: () => void }) {
  const { project } = useDesk()
  const rename = useNameBookmark(project)
  const keep = (name: string) => {
    onDone()
    if (name !== bookmark.name) rename.mutateAsync({ id: bookmark.id, name }).catch(toastError)
  }
  return (
    <li>
      <input
        className="input"
        aria-label={m.inspector_bookmarkName()}
        defaultValue={bookmark.name}
        ref={(field) => field?.focus()}
        onBlur={(event) => keep(event.target.value.trim())}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur()
          if (key === 'Escape') onDone()
        }}
      />
    </li>
  )
}
