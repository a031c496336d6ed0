import type { RefObject } from 'react'
import { m } from '../paraglide/messages'

/** Where the surface draws the bar of the whole text. */
export function DensityBar({ bar }: { bar: RefObject<HTMLDivElement | null> }) {
  return (
    <div
      ref={bar}
      role="slider"
      aria-label={m.coding_placeInText()}
      aria-orientation="vertical"
      aria-valuenow={1}
      tabIndex={0}
    />
  )
}
