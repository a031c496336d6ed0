import { m } from '../paraglide/messages'
import { announce } from './announce'
import { copyText } from './copyText'
import { Icon } from './marks'
import { toast } from './toasts'

interface OnceProps {
  /** What it is, and that it is not shown again. */
  children: React.ReactNode
  secret: string
  /** The name of the button, as in "Copy the link". */
  copy: string
}

/** Something secret that is shown this once, to be copied. */
export function Once({ children, secret, copy: name }: OnceProps) {
  const copy = async () => {
    try {
      await copyText(secret)
      announce(m.kit_copied())
      toast(m.kit_copied())
    } catch {
      toast(m.kit_noCopying())
    }
  }
  return (
    <div className="once" role="status">
      <p>{children}</p>
      <div className="row">
        <code>{secret}</code>
        <button type="button" className="btn" onClick={() => void copy()}>
          <Icon name="link" />
          {name}
        </button>
      </div>
    </div>
  )
}
