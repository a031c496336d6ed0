import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from 'react'
import { soon } from './soon'

/** A line of a menu; without a click it only says something. */
export interface Line {
  label: ReactNode
  onClick?: () => void
}

interface LazyMenuProps {
  trigger: ReactElement<Record<string, unknown>>
  align?: 'start' | 'end'
  /** Groups of lines, a hairline between them. */
  groups: readonly (readonly Line[])[]
}

const Loaded = soon(() => import('./LoadedMenu'))

/** A menu whose workings the first picture does without. */
export function LazyMenu(props: LazyMenuProps) {
  const [opened, setOpened] = useState(false)
  const { trigger } = props
  const closed = { 'aria-haspopup': 'menu', 'aria-expanded': false, onClick: () => setOpened(true) }
  if (!opened) return cloneElement(trigger, closed)
  return (
    <Suspense fallback={trigger}>
      <Loaded {...props} />
    </Suspense>
  )
}

export type { LazyMenuProps }
