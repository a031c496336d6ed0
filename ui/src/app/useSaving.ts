import { useMutationState } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useConnected } from '../live/connection'

export interface Saving {
  state: 'saved' | 'saving' | 'waiting' | 'alone'
  /** Changes that the server does not have yet. */
  count: number
}

/** Whether the server has everything. A wait too short to notice is not told. */
export function useSaving(): Saving {
  const failures = useMutationState({ filters: { status: 'pending' }, select: (one) => one.state.failureCount })
  const connected = useConnected()
  const count = failures.length
  const late = useLate(count > 0, 300)
  if (failures.some((times) => times > 0)) return { state: 'waiting', count }
  if (late) return { state: 'saving', count }
  return { state: connected ? 'saved' : 'alone', count }
}

function useLate(waiting: boolean, after: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waiting) return setLate(false)
    const timer = window.setTimeout(() => setLate(true), after)
    return () => window.clearTimeout(timer)
  }, [waiting, after])
  return waiting && late
}
