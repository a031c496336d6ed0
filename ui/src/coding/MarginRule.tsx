import type { RefObject } from 'react'
import { createPortal } from 'react-dom'
import { Divider } from '../kit/Divider'
import { m } from '../paraglide/messages'
import { usePreferences } from '../settings/preferences'
import { useDesk } from './desk'

/** The hairline between the words and the margin, laid as the turns are. */
export function MarginRule({ host }: { host: RefObject<HTMLElement | null> }) {
  const { surface } = useDesk()
  const width = usePreferences().widths.margin
  if (!surface || !host.current) return null
  return createPortal(
    <div className="margin-rule">
      <div>
        <Divider panel="margin" side={-1} label={m.coding_marginWidth()} width={width} />
      </div>
    </div>,
    host.current,
  )
}
