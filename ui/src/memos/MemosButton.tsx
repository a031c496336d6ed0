import { Suspense, useState } from 'react'
import type { Link } from '../api/names'
import { useMay, useProjectId } from '../app/project'
import { useMemos } from '../data/useMemos'
import { Icon } from '../kit/marks'
import { soon } from '../kit/soon'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'

const Opened = soon(() => import('./MemosDialog'))

/** How many memos stand on a thing; opens them, to read and to write. Nothing where there are none and one may not write. */
export function MemosButton({ kind, id, name }: Link & { name: string }) {
  const [open, setOpen] = useState(false)
  const may = useMay().code
  const all = useMemos(useProjectId())
  const n = all.filter(({ target }) => target === id).length
  if (!n && !may) return null
  const label = m.memos_about({ name })
  return (
    <>
      <button
        type="button"
        className="btn quiet sm memos-button"
        aria-haspopup="dialog"
        aria-label={n ? `${label}: ${count(n, 'memo')}` : label}
        title={label}
        onClick={() => setOpen(true)}
      >
        <Icon name="memos" small />
        {n || ''}
      </button>
      {open ? (
        <Suspense fallback={null}>
          <Opened kind={kind} id={id} name={name} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
