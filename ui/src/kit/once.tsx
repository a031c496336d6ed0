import { announce } from './announce'
import { Icon } from './marks'
import { toast } from './toasts'

interface OnceProps {
  /** What it is, and that it is not shown again. */
  children: React.ReactNode
  secret: string
  /** What the button copies, as in "Copy the link". */
  what: string
}

/** Something secret that is shown this once, to be copied. */
export function Once({ children, secret, what }: OnceProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      announce('Copied')
      toast('Copied')
    } catch {
      toast('The browser doesn’t allow copying. Select it and press Ctrl C.')
    }
  }
  return (
    <div className="once" role="status">
      <p>{children}</p>
      <div className="row">
        <code>{secret}</code>
        <button type="button" className="btn" onClick={() => void copy()}>
          <Icon name="link" />
          Copy the {what}
        </button>
      </div>
    </div>
  )
}
