import { type ReactNode, useState } from 'react'
import type { Filter } from '../data/search'
import { Dialog } from '../kit/dialog'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { unfiltered } from '../search/asked'
import { Narrowing, type NarrowingKind } from './Narrowing'
import '../crossref/crossref.css'

interface NarrowButtonProps {
  filter: Filter
  onAsk: (filter: Filter) => void
  kinds?: readonly NarrowingKind[]
  /** What else is chosen there. */
  children?: ReactNode
}

/** Opens what a table or picture is narrowed by. */
export function NarrowButton({ filter, onAsk, kinds, children }: NarrowButtonProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="btn quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="filter" />
        {m.crossref_narrow()}
      </button>
      {open ? (
        <Dialog
          title={m.crossref_narrow()}
          onClose={close}
          footer={
            <button type="button" className="btn primary" onClick={close}>
              {m.crossref_done()}
            </button>
          }
        >
          <div className="stack axis-choice">
            {children}
            <Narrowing kinds={kinds} filter={filter} onChange={onAsk} onClear={() => onAsk(unfiltered)} />
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
