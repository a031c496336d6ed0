import { useState } from 'react'
import type { Link, Memo } from '../api/names'
import { useMay, useMe, useProjectId } from '../app/project'
import { useMemos } from '../data/useMemos'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { hasDraft } from './drafts'
import { MemoForm } from './MemoForm'
import { MemoItem } from './MemoItem'
import { MemoOn } from './MemoOn'
import { keyOfStanding } from './standing'

/**
 * The memos on a thing, to read, write and change; then those on other things that are linked to it. One component
 * for every place: `<MemosOn kind="code" id={code.id} />`.
 */
export function MemosOn({ kind, id, heading: Heading = 'h3' }: Link & { heading?: 'h2' | 'h3' }) {
  const may = useMay().code
  const me = useMe().id
  const [writing, write] = useState(false)
  const all = useMemos(useProjectId())
  const on = all.filter(({ target }) => target === id)
  const linked = all.filter(({ target, links = [] }) => target !== id && links.some((link) => link.id === id))
  return (
    <section className="memos-on" aria-label={m.memos_memos()}>
      <div className="row">
        <Heading className="h">
          {m.memos_memos()}
          {on.length ? <span className="n"> {on.length}</span> : null}
        </Heading>
        {may && !writing ? (
          <WriteButton draft={hasDraft(me, keyOfStanding({ kind, id }))} onClick={() => write(true)} />
        ) : null}
      </div>
      {writing ? <MemoForm on={{ kind, id }} onClose={() => write(false)} /> : null}
      {on.map((memo) => (
        <MemoItem key={memo.id} memo={memo} />
      ))}
      {on.length || writing ? null : <p className="cap">{m.memos_noneHere()}</p>}
      {linked.length ? <LinkedHere memos={linked} /> : null}
    </section>
  )
}

function WriteButton({ draft, onClick }: { draft: boolean; onClick: () => void }) {
  const name = draft ? m.memos_goOn() : m.memos_write()
  return (
    <button type="button" className="btn quiet sm push" onClick={onClick}>
      <Icon name={draft ? 'pencil' : 'plus'} small />
      {name}
    </button>
  )
}

/** Memos on other things, folded. */
function LinkedHere({ memos }: { memos: readonly Memo[] }) {
  return (
    <details className="linked-here">
      <summary className="cap">{m.memos_linkedHere({ n: memos.length })}</summary>
      {memos.map((memo) => (
        <MemoItem key={memo.id} memo={memo}>
          <MemoOn memo={memo} />
        </MemoItem>
      ))}
    </details>
  )
}
