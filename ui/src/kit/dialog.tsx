import { type ReactNode, type RefObject, Suspense } from 'react'
import { soon } from './soon'

export interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  wide?: boolean
  focus?: RefObject<HTMLElement | null>
}

const Loaded = soon(() => import('./LoadedDialog'))

/** A box over the page, for where several things change at once. Esc closes it and gives the focus back. */
export const Dialog = (props: DialogProps) => (
  <Suspense>
    <Loaded {...props} />
  </Suspense>
)
