import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { m } from '../paraglide/messages'
import { Dialog } from './dialog'
import { TextField } from './fields'
import { Failure } from './states'

interface ForGoodDialogProps {
  title: string
  /** What the button that does it is called. */
  act: string
  /** What has to be typed before, and what that is called. */
  typed?: { label: string; name: string }
  /** False while something else is to be chosen. */
  ready?: boolean
  doing: { error: unknown; isPending: boolean }
  onDo: () => void
  onClose: () => void
  /** What has the focus first; otherwise the field to type in. */
  focus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** Asks before something that can't be undone, and where much goes with it has its name typed. */
export function ForGoodDialog({ title, act, typed, ready = true, doing, children, ...props }: ForGoodDialogProps) {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const isSure = ready && (!typed || text.trim() === typed.name.trim())
  const footer = (
    <>
      <button type="button" className="btn" onClick={props.onClose}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn danger" disabled={!isSure || doing.isPending} onClick={props.onDo}>
        {act}
      </button>
    </>
  )
  return (
    <Dialog title={title} onClose={props.onClose} footer={footer} focus={props.focus ?? (typed ? field : undefined)}>
      <div className="stack">
        {doing.error ? <Failure error={doing.error} /> : null}
        {children}
        {typed ? (
          <TextField
            label={typed.label}
            hint={typed.name}
            ref={field}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        ) : null}
      </div>
    </Dialog>
  )
}
