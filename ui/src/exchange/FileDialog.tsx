import { type ReactNode, useRef } from 'react'
import { Dialog } from '../kit/dialog'
import { Bar, Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import type { useSent } from './useSent'

interface FileDialogProps {
  title: string
  label: string
  hint: string
  accept: string
  /** What the button says, and says while it is being done. */
  action: string
  acting: string
  /** Whether there is something to do. */
  ready: boolean
  sent: Omit<ReturnType<typeof useSent>, 'seen'>
  onClose: () => void
  /** What would become of the file. */
  children: ReactNode
}

/** Asks for a file, shows what would become of it, and then has it done; closing stops it. */
export function FileDialog({
  title,
  label,
  hint,
  accept,
  action,
  acting,
  ready,
  sent,
  onClose,
  children,
}: FileDialogProps) {
  const field = useRef<HTMLInputElement>(null)
  const { look, apply, stop, share, doing, why } = sent
  const busy = share !== undefined
  const close = () => {
    stop()
    onClose()
  }
  const footer = (
    <>
      <button type="button" className="btn" onClick={close}>
        {m.kit_cancel()}
      </button>
      <button type="button" className="btn primary" disabled={!ready || busy} onClick={apply}>
        {doing ? acting : action}
      </button>
    </>
  )
  return (
    <Dialog title={title} onClose={close} footer={footer} focus={field} wide>
      <div className="stack">
        <label className="field">
          <span className="label">{label}</span>
          <input
            ref={field}
            type="file"
            accept={accept}
            disabled={busy}
            onChange={({ target }) => target.files?.[0] && look(target.files[0])}
          />
        </label>
        {children || busy || why ? null : <p className="soft">{hint}</p>}
        {busy ? <Going share={share} acting={doing ? acting : m.exchange_fromFileReading()} /> : null}
        {why ? (
          <p className="st bad" role="alert">
            <Icon name="stop" small />
            {why}
          </p>
        ) : null}
        {children}
      </div>
    </Dialog>
  )
}

/** How far the file has come; when all of it is there, what is done with it. */
const Going = ({ share, acting }: { share: number; acting: string }) => (
  <p className="st" role="status">
    <Bar share={share} />
    {share < 1 ? m.exchange_fromFileSending({ share: `${Math.round(share * 100)} %` }) : acting}
  </p>
)
