import { useState } from 'react'
import { Dialog } from '../kit/dialog'
import { Check } from '../kit/fields'
import { count } from '../kit/words'
import { m } from '../paraglide/messages'
import type { About } from './about'
import { DyePicker } from './DyePicker'
import { named } from './useCodeActions'

/** Gives codes a colour, and if wanted all under them its family. */
export function RecolourDialog({ ids, actions, onClose }: About) {
  const { book, recolour } = actions
  const [color, setColor] = useState(book.get(ids[0])?.color ?? '')
  const [branch, setBranch] = useState(true)
  const under = new Set(ids.flatMap((id) => book.withDescendants(id))).size - ids.length
  const number = ids.length + (branch ? under : 0)
  const doIt = () => {
    void recolour(ids, color, branch)
    onClose()
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.codes_cancel()}
      </button>
      <button type="button" className="btn primary" onClick={doIt}>
        {m.codes_recolourButton({ n: number })}
      </button>
    </>
  )
  return (
    <Dialog title={m.codes_colourOf({ codes: named(book, ids) })} onClose={onClose} footer={footer}>
      <div className="stack">
        <DyePicker color={color} onChange={setColor} />
        {under ? (
          <Check checked={branch} onChange={setBranch}>
            <span>
              {m.codes_andUnder({ codes: count(under, 'code') })}
              <span className="cap block">{m.codes_familyHint()}</span>
            </span>
          </Check>
        ) : null}
      </div>
    </Dialog>
  )
}
