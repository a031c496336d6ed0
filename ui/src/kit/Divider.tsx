import type { KeyboardEvent, PointerEvent } from 'react'
import { prefer, preferences } from '../settings/preferences'

const STEP = 16

/** The least, the usual and the greatest width of a panel, in px. */
const bounds = {
  codes: [180, 272, 480],
  inspector: [180, 272, 480],
  margin: [112, 172, 480],
  codebook: [220, 336, 560],
  targets: [200, 304, 480],
} as const

/** The panels whose widths are kept. */
export type Panel = keyof typeof bounds

const widthOf = (line: HTMLElement): number => line.parentElement?.offsetWidth ?? 0

interface DividerProps {
  /** The panel whose width it changes, in px. */
  panel: Panel
  label: string
  /** Undefined until someone changes it. */
  width?: number
  /** 1 when the panel is left of it, -1 when it is right. */
  side: 1 | -1
}

/** The hairline between panels, to be dragged or moved with the arrows. */
export function Divider({ panel, label, width, side }: DividerProps) {
  const [narrowest, usual, widest] = bounds[panel]
  const set = (next: number) =>
    prefer({ widths: { ...preferences().widths, [panel]: Math.round(Math.max(narrowest, Math.min(widest, next))) } })
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const from = event.clientX
    const line = event.currentTarget
    const began = widthOf(line)
    line.setPointerCapture(event.pointerId)
    line.onpointermove = ({ clientX }) => set(began + (clientX - from) * side)
    line.onpointerup = () => {
      line.onpointermove = null
    }
    event.preventDefault()
  }
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    if (key === 'ArrowLeft') set(widthOf(currentTarget) - STEP * side)
    if (key === 'ArrowRight') set(widthOf(currentTarget) + STEP * side)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be dragged
    <div
      className="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width ?? usual}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  )
}
