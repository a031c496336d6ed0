import { useState } from 'react'
import type { RowCoding } from '../api/names'

type Ticked = ReadonlyMap<string, RowCoding>

export type Ticks = ReturnType<typeof useTicks>

/** The codings that are ticked in a list, to do something with all of them. Another list begins without any. */
export function useTicks(list: string) {
  const [ticked, set] = useState<{ list: string; codings: Ticked }>({ list, codings: new Map() })
  const codings: Ticked = ticked.list === list ? ticked.codings : new Map()
  const put = (next: Ticked) => set({ list, codings: next })
  const has = (row: readonly RowCoding[]) => row.length > 0 && row.every(({ id }) => codings.has(id))
  return {
    codings,
    has,
    add: (some: readonly RowCoding[]) => put(new Map([...codings, ...some.map((one) => [one.id, one] as const)])),
    toggle: (row: readonly RowCoding[]) => {
      const next = new Map(codings)
      const out = has(row)
      for (const one of row) {
        if (out) next.delete(one.id)
        else next.set(one.id, one)
      }
      put(next)
    },
    clear: () => put(new Map()),
  }
}
