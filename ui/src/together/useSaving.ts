import { type Mutation, useMutationState } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSignedOut } from '../account/signedOut'
import { useProjectId } from '../app/project'
import { useOutgoing } from '../data/useOutbox'
import { useConnected } from '../live/connection'

/** A download is done like a change, and changes nothing. */
const savesSomething = ({ meta }: Mutation): boolean => meta?.changesNothing !== true

export interface Saving {
  state: 'saved' | 'saving' | 'kept' | 'signed-out' | 'alone'
  /** Changes that the server does not have yet, and of them those that only code. */
  count: number
  codings: number
  /** Whether what waits is kept when the page is closed. */
  safe: boolean
}

/** Whether the server has everything. A wait too short to notice is not told. */
export function useSaving(): Saving {
  const mutations = useMutationState({
    filters: { status: 'pending', predicate: savesSomething },
    select: (one) => one.state.status,
  }).length
  const { gestures, waiting, safe } = useOutgoing(useProjectId())
  const connected = useConnected()
  const { out } = useSignedOut()
  const codings = gestures.filter(({ change }) => change.do === 'batch' && change.add && !change.remove).length
  const count = mutations + gestures.length
  const late = useLate(count > 0, 300)
  const told = { count, codings, safe }
  if (out || (gestures.length && waiting === 'sign-in')) return { state: 'signed-out', ...told }
  if (gestures.length && waiting === 'connection') return { state: 'kept', ...told }
  if (late) return { state: 'saving', ...told }
  return { state: connected ? 'saved' : 'alone', ...told }
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
