import { useEffect, useState } from 'react'

/** How long one may pause while typing before it is searched, in ms. */
export const REST = 200

/** A value once it has not changed for a while, in ms. */
export function useRested(value: string, rest = REST): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), rest)
    return () => clearTimeout(timer)
  }, [value, rest])
  return rested
}
