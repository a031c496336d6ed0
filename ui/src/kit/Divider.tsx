import type { KeyboardEvent, PointerEvent } from 'react'
import { prefer, preferences } from '../settings/preferences'

const STEP = 16

/** How far a hand that only clicks may slip, in px. */
const SLIP = 3

/** The least, the usual and the greatest width of a panel, in px. */
const bounds = {
  codes: [180, 272, 480],
  inspector: [180, 272, 480],
  margin: [112, 172, 480],
  codebook: [220, 336, 560],
  targets: [200, 304, 480],
  dock: [120, 320, 720],
} as const

/** The panels whose widths are kept. */
export type Panel = keyof typeof bounds

const axes = {
  x: { size: 'offsetWidth', at: 'clientX', less: 'ArrowLeft', more: 'ArrowRight' },
  y: { size: 'offsetHeight', at: 'clientY', less: 'ArrowUp', more: 'ArrowDown' },
} as const

interface DividerProps {
  /** The panel whose width, or height, it changes, in px. */
  panel: Panel
  label: string
  /** Undefined until someone changes it. */
  width?: number
  /** 1 when the panel is left of it or above, -1 when it is right or below. */
  side: 1 | -1
  /** What it changes: x the width, y the height. */
  axis?: 'x' | 'y'
}

/** The hairline between panels, to be dragged, moved with the arrows, or clicked for the next of three widths. */
export function Divider({ panel, label, width, side, axis = 'x' }: DividerProps) {
  const { size, at, less, more } = axes[axis]
  const sizeOf = (line: HTMLElement): number => line.parentElement?.[size] ?? 0
  const [narrowest, usual, widest] = bounds[panel]
  const stepFrom = (now: number): number => bounds[panel].find((one) => one > now + SLIP) ?? narrowest
  const set = (next: number) =>
    prefer({ widths: { ...preferences().widths, [panel]: Math.round(Math.max(narrowest, Math.min(widest, next))) } })
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const from = event[at]
    const line = event.currentTarget
    const began = sizeOf(line)
    line.setPointerCapture(event.pointerId)
    let slipped = 0
    line.onpointermove = (moved) => {
      slipped = Math.max(slipped, Math.abs(moved[at] - from))
      if (slipped > SLIP) set(began + (moved[at] - from) * side)
    }
    line.onpointerup = () => {
      line.onpointermove = null
      line.onpointerup = null
      if (slipped <= SLIP) set(stepFrom(began))
    }
    event.preventDefault()
  }
  const onKeyDown = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    if (key === less) set(sizeOf(currentTarget) - STEP * side)
    if (key === more) set(sizeOf(currentTarget) + STEP * side)
    if (key === 'Home') set(narrowest)
    if (key === 'End') set(widest)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be dragged
    <div
      className="divider"
      role="separator"
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
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
