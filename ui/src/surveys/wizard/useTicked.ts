import { useRef, useState } from 'react'

/** Rows that are ticked, to do something with all of them; with Shift, all from the one before. */
export function useTicked(rows: readonly { key: string }[]) {
  const [keys, set] = useState<ReadonlySet<string>>(new Set())
  const from = useRef(0)
  const inSight = rows.filter(({ key }) => keys.has(key))
  const tick = (at: number, range: boolean) => {
    const next = new Set(keys)
    const key = rows[at]?.key ?? ''
    const on = !next.has(key)
    const [first, last] = range ? [Math.min(from.current, at), Math.max(from.current, at)] : [at, at]
    for (const { key } of rows.slice(first, last + 1)) {
      if (on) next.add(key)
      else next.delete(key)
    }
    from.current = at
    set(next)
  }
  const all = rows.length > 0 && inSight.length === rows.length
  return {
    keys,
    some: keys.size > 0,
    all,
    has: (key: string) => keys.has(key),
    tick,
    toggleAll: () => set(all ? new Set() : new Set(rows.map(({ key }) => key))),
    clear: () => set(new Set()),
  }
}
