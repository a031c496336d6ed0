import { useState } from 'react'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { m } from '../paraglide/messages'
import { type About, optionOf } from './about'
import { named } from './useCodeActions'

/** Brings codes under another, after those that are there. */
export function MoveDialog({ ids, actions, onClose }: About) {
  const { book, moveTo } = actions
  const [parent, setParent] = useState(book.get(book.get(ids[0])?.parent)?.id ?? '')
  const places = book.walk().filter(({ code }) => ids.every((id) => book.mayStandUnder(id, code.id)))
  const options = [{ value: '', name: m.codes_nowhere() }, ...places.map(({ code, depth }) => optionOf(code, depth))]
  const others = book.children(parent).filter(({ id }) => !ids.includes(id))
  const doIt = () => {
    void moveTo(ids, { parent, position: others.length })
    onClose()
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.codes_cancel()}
      </button>
      <button type="button" className="btn primary" onClick={doIt}>
        {m.codes_moveButton({ n: ids.length })}
      </button>
    </>
  )
  return (
    <Dialog title={m.codes_moveOf({ codes: named(book, ids) })} onClose={onClose} footer={footer}>
      <SelectField label={m.codes_under()} value={parent} options={options} onChange={setParent} />
    </Dialog>
  )
}
