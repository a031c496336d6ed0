import type { Command } from 'prosemirror-state'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { m } from '../../paraglide/messages'
import { linkTo } from './editing'
import { isAddress } from './schema'

/** Where the address is written that the selected words shall lead to. */
export function Address({ run, onClose }: { run: (command: Command) => void; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const address = typed.trim() && (isAddress(typed.trim()) ? typed.trim() : `https://${typed.trim()}`)
  const isGood = URL.canParse(address) && !/\s/.test(address)
  const leave = () => {
    onClose()
    run(() => true)
  }
  const put = () => {
    onClose()
    run(linkTo(address))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isGood) put()
    else if (event.key === 'Escape') leave()
    else if (event.key !== 'Enter') return
    event.preventDefault() // neither belongs to the form around
    event.stopPropagation()
  }
  return (
    <div className="row tight address">
      <input
        className="input"
        ref={field}
        type="url"
        aria-label={m.memos_address()}
        placeholder="https://"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="button" className="btn sm" disabled={!isGood} onClick={put}>
        {m.memos_linkThem()}
      </button>
      <button type="button" className="btn quiet sm" onClick={leave}>
        {m.memos_cancel()}
      </button>
    </div>
  )
}
