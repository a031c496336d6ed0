import { type KeyboardEvent, useRef } from 'react'

const steps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const cellAt = (table: Element, row: number, column: number) =>
  table.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)

/** One cell of a table takes the focus with Tab, the arrows go on from it; Home and End go to the ends of its row, with Ctrl to those of the table. */
export function useRoving() {
  const table = useRef<HTMLTableElement>(null)
  const to = (from: HTMLElement, key: string, ctrl: boolean): HTMLElement | null | undefined => {
    const [row = 0, column = 0] = (from.dataset.at ?? '').split(' ').map(Number)
    const all = table.current
    if (!all) return null
    const step = steps[key]
    if (step) return cellAt(all, row + step[0], column + step[1])
    const among = [...all.querySelectorAll<HTMLElement>(ctrl ? '[data-at]' : `[data-at^="${row} "]`)]
    return key === 'Home' ? among[0] : key === 'End' ? among.at(-1) : null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = (event.target as Element).closest<HTMLElement>('[data-at]')
    const next = from && to(from, event.key, event.ctrlKey)
    if (!next) return
    event.preventDefault()
    from.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  }
  return { ref: table, onKeyDown }
}
