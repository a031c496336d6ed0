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

interface CheckProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** A line of a menu that is on or off. */
export function MenuCheck({ checked, onChange, children }: CheckProps) {
  return (
    <Base.CheckboxItem className="opt" checked={checked} onCheckedChange={onChange} closeOnClick>
      <span className="grow">{children}</span>
      <Base.CheckboxItemIndicator className="push">
        <i className="i i-check s" aria-hidden="true" />
      </Base.CheckboxItemIndicator>
    </Base.CheckboxItem>
  )
}
