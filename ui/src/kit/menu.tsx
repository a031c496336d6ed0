import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>
  align?: 'start' | 'end'
  defaultOpen?: boolean
  children: ReactNode
}

export function Menu({ trigger, align = 'start', defaultOpen, children }: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="floor" align={align} sideOffset={4}>
          <Base.Popup className="pop menu">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface ItemProps {
  onClick: () => void
  disabled?: boolean
  children: ReactNode
}

export function MenuItem({ onClick, disabled, children }: ItemProps) {
  return (
    <Base.Item className="opt" onClick={onClick} disabled={disabled}>
      {children}
    </Base.Item>
  )
}

export const MenuSeparator = () => <Base.Separator className="opt-sep" />
