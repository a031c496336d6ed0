import { Dialog as Base } from '@base-ui/react/dialog'
import { useEffect } from 'react'
import type { DialogProps } from './dialog'

/** The box itself. */
export default function LoadedDialog({ title, onClose, children, footer, wide, focus }: DialogProps) {
  useEffect(() => () => void requestAnimationFrame(keepFocus), [])
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

/** What had the focus before may be gone, as the palette is: then the page has it. */
function keepFocus(): void {
  if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
}
