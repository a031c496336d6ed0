import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react'

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

const load = () => import('./LoadedMenu')
const Loaded = lazy(load)

/** A menu whose workings are fetched when someone is about to open it. */
export function LazyMenu(props: LazyMenuProps) {
  const [opened, setOpened] = useState(false)
  const { trigger } = props
  const near = () => void load()
  const waiting = cloneElement(trigger, { onPointerEnter: near, onFocus: near, onClick: () => setOpened(true) })
  if (!opened) return cloneElement(waiting, { 'aria-haspopup': 'menu', 'aria-expanded': false })
  return (
    <Suspense fallback={trigger}>
      <Loaded {...props} />
    </Suspense>
  )
}

export type { LazyMenuProps }
