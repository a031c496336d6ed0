import type { ReactNode } from 'react'
import { usePreferences } from '../settings/preferences'
import { Divider, type Panel } from './Divider'
import './sized.css'

interface SizedProps {
  panel: Panel
  /** 1 when the panel is left of its hairline, -1 when it is right. */
  side: 1 | -1
  label: string
  /** Put away, and still at work. */
  hidden?: boolean
  children: ReactNode
}

/** A panel as wide as it was made. */
export function Sized({ panel, side, label, hidden, children }: SizedProps) {
  const width = usePreferences().widths[panel]
  return (
    <div className={`pane ${panel}${side < 0 ? ' right' : ''}`} style={{ width }} hidden={hidden}>
      {children}
      <Divider panel={panel} side={side} label={label} width={width} />
    </div>
  )
}
