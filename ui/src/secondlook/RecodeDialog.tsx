import { useState } from 'react'
import type { Code, Excerpt } from '../api/names'
import { useCodebook } from '../app/project'
import { Dialog } from '../kit/dialog'
import { SelectField } from '../kit/fields'
import { m } from '../paraglide/messages'

interface RecodeDialogProps {
  code: Code
  codings: readonly Excerpt[]
  onTake: (into: Code) => void
  onClose: () => void
}

/** Which code the codings get instead. */
export function RecodeDialog({ code, codings, onTake, onClose }: RecodeDialogProps) {
  const book = useCodebook()
  const others = book.walk().filter((node) => node.code.codable && node.code.id !== code.id)
  const near = others.find((node) => node.code.parent === code.parent) ?? others[0]
  const [into, setInto] = useState(near?.code.id ?? '')
  const target = book.get(into)
  const take = () => {
    if (target) onTake(target)
    onClose()
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {m.secondlook_cancel()}
      </button>
      <button type="submit" form="recode" className="btn primary" disabled={!target}>
        {m.secondlook_recodeSome({ n: codings.length })}
      </button>
    </>
  )
  const options = others.map((node) => ({
    value: node.code.id,
    name: `${'\u2003'.repeat(node.depth)}${node.code.name}`,
  }))
  return (
    <Dialog title={m.secondlook_recodeTitle({ code: code.name })} onClose={onClose} footer={footer}>
      <form
        id="recode"
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <SelectField label={m.secondlook_recodeTo()} value={into} options={options} onChange={setInto} />
      </form>
    </Dialog>
  )
}
