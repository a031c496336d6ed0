import { Popover } from '@base-ui/react/popover'
import { type ReactElement, type RefObject, useRef, useState } from 'react'
import type { QueryPart } from '../api/names'
import { useOptions } from '../kit/useOptions'
import { m } from '../paraglide/messages'
import { PartForm } from './PartForm'
import { askName, type Kind, kindOf, useKinds } from './partKinds'

interface PartMenuProps {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>
  /** What is to be changed; else one is added. */
  part?: QueryPart
  /** Hears the part as it is written. */
  onWrite: (text: string) => void
  /** Where one goes on after that. */
  box: RefObject<HTMLInputElement | null>
}

/** A menu in which a part of a query is made or changed without knowing how it is written. */
export function PartMenu({ trigger, part, onWrite, box }: PartMenuProps) {
  const [open, setOpen] = useState(false)
  const wrote = useRef(false)
  const toggle = (next: boolean) => {
    wrote.current = false
    setOpen(next)
  }
  const write = (text: string) => {
    wrote.current = true
    setOpen(false)
    onWrite(text)
  }
  return (
    <Popover.Root open={open} onOpenChange={toggle}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner className="floor" align="start" sideOffset={4}>
          <Popover.Popup
            className="pop part-menu"
            aria-label={part ? m.search_changePart() : m.search_addFirst()}
            finalFocus={() => (wrote.current ? box.current : true)}
          >
            <Inside part={part} onWrite={write} onClose={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface InsideProps {
  part?: QueryPart
  onWrite: (text: string) => void
  onClose: () => void
}

function Inside({ part, onWrite, onClose }: InsideProps) {
  const kinds = useKinds()
  const [kind, setKind] = useState(part && kindOf(part))
  return kind ? <PartForm {...{ kind, part, onWrite, onClose }} /> : <Kinds kinds={kinds} onPick={setKind} />
}

/** What a part can be about: the arrows move, Enter chooses, a few letters find one. */
function Kinds({ kinds, onPick }: { kinds: readonly Kind[]; onPick: (kind: Kind) => void }) {
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLowerCase()
  const items = kinds.filter((kind) => askName(kind).toLowerCase().includes(wanted))
  const { field, list, option, restart } = useOptions({ items, onChoose: onPick })
  return (
    <>
      <input
        className="input"
        {...field}
        aria-label={m.search_findKind()}
        placeholder={m.search_addPart()}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          restart()
        }}
      />
      <div {...list} role="listbox" className="kinds" aria-label={m.search_findKind()}>
        {items.map((kind, i) => (
          <div key={kind} className="opt" {...option(i)}>
            {askName(kind)}
          </div>
        ))}
      </div>
    </>
  )
}
