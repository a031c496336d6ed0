import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Memo } from '../api/names'
import { drawMemos } from './drawingMemos'
import { memos } from './memos'
import { useMyId, useOutgoing } from './useOutbox'

const none: readonly Memo[] = []

/** The memos of a project, newest first: what the server has, and over it what I have done since. */
export function useMemos(project: string): readonly Memo[] {
  return useDrawnMemos(project, useQuery(memos(project)).data ?? none)
}

/** Memos that were read, with what I have done to them since; new ones of mine only where `all` were asked for. */
export function useDrawnMemos(project: string, list: readonly Memo[], all = true): readonly Memo[] {
  const me = useMyId()
  const { drawn } = useOutgoing(project)
  return useMemo(() => {
    const now = drawn.length ? drawMemos(list, drawn, me) : list
    return all ? now : now.filter(({ id }) => list.some((one) => one.id === id))
  }, [list, drawn, me, all])
}
