import { Fragment } from 'react'
import type { LazyMenuProps } from './LazyMenu'
import { Menu, MenuItem, MenuSeparator } from './menu'

/** The menu itself; it was asked for by a click, so it begins open. */
export default function LoadedMenu({ trigger, align, groups }: LazyMenuProps) {
  return (
    <Menu trigger={trigger} align={align} defaultOpen>
      {groups.map((lines, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a menu stay in their places
        <Fragment key={i}>
          {i ? <MenuSeparator /> : null}
          {lines.map(({ label, onClick }, j) =>
            onClick ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: so do its lines
              <MenuItem key={j} onClick={onClick}>
                {label}
              </MenuItem>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: so do its lines
              <p key={j} className="head">
                {label}
              </p>
            ),
          )}
        </Fragment>
      ))}
    </Menu>
  )
}
