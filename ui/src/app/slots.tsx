import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** Places around the page that the page itself fills. */
type Slot = 'crumbs' | 'tools' | 'status'
type Slots = Partial<Record<Slot, HTMLElement | null>>

const Context = createContext<[Slots, (slot: Slot, element: HTMLElement | null) => void]>([{}, () => {}])

export function SlotsProvider({ children }: { children: ReactNode }) {
  const [slots, setSlots] = useState<Slots>({})
  const [set] = useState(
    () => (slot: Slot, element: HTMLElement | null) => setSlots((now) => ({ ...now, [slot]: element })),
  )
  return <Context value={[slots, set]}>{children}</Context>
}

/** Where a slot's content appears. */
export function SlotPlace({ slot, className }: { slot: Slot; className: string }) {
  const [, set] = useContext(Context)
  const [place] = useState(() => (element: HTMLElement | null) => set(slot, element))
  return <div className={className} ref={place} />
}

/** Fills a slot for as long as the page is shown. */
export function Fill({ slot, children }: { slot: Slot; children: ReactNode }) {
  const [slots] = useContext(Context)
  const place = slots[slot]
  return place ? createPortal(children, place) : null
}

/** Names the page in the window's title. */
export function useTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts, 'Selvedge'].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
