import { type KeyboardEvent, useId, useState } from 'react'

interface Options<T> {
  items: readonly T[]
  onChoose: (item: T) => void
}

/** A field over a list of options: the arrows move, Enter chooses, the focus stays in the field. */
export function useOptions<T>({ items, onChoose }: Options<T>) {
  const id = useId()
  const [at, setAt] = useState(0)
  const active = Math.min(at, items.length - 1)

  const show = (index: number) => {
    setAt(index)
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const item = items[active]
    if (step && items.length) show((active + step + items.length) % items.length)
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && item) onChoose(item)
    else return
    event.preventDefault()
  }
  return {
    active,
    /** Back to the first option, as when something else was typed. */
    restart: () => setAt(0),
    field: {
      role: 'combobox' as const,
      'aria-expanded': true,
      'aria-controls': id,
      'aria-autocomplete': 'list' as const,
      'aria-activedescendant': active >= 0 ? `${id}-${active}` : undefined,
      autoComplete: 'off',
      spellCheck: false,
      onKeyDown,
    },
    list: { role: 'listbox' as const, id },
    option: (index: number) => ({
      role: 'option' as const,
      id: `${id}-${index}`,
      'aria-selected': index === active,
      tabIndex: -1,
      onPointerMove: () => setAt(index),
      onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(), // the focus stays in the field
      onClick: () => onChoose(items[index] as T),
    }),
  }
}
