import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  wide?: boolean
  focus?: RefObject<HTMLElement | null>
}

/** A box over the page, for where several things change at once. Esc closes it and gives the focus back. */
export function Dialog({ title, onClose, children, footer, wide, focus }: DialogProps) {
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Viewport className="stage">
          <Base.Popup className={wide ? 'dialog wide' : 'dialog'} initialFocus={focus}>
            <header>
              <Base.Title>{title}</Base.Title>
            </header>
            <div>{children}</div>
            {footer ? <footer>{footer}</footer> : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
