import { useQuery } from '@tanstack/react-query'
import { useMay, useProjectId } from '../app/project'
import { steps } from '../data/journal'
import { useOutgoing } from '../data/useOutbox'
import { useNames } from '../journal/useNames'
import { toldAgain, toldOf } from './told'

/** What my next undo and my next redo would do, as sentences without their subject; nothing where there is none. */
export function useSteps(): { undo?: string; redo?: string } {
  const project = useProjectId()
  const may = useMay().code
  const names = useNames()
  const { data } = useQuery({ ...steps(project), enabled: may })
  const waiting = useOutgoing(project).gestures.findLast(({ takenBack }) => !takenBack)
  if (!may) return {}
  const undo = waiting?.told ?? (data?.undo && toldOf(data.undo, names))
  return { undo, redo: data?.redo && toldAgain(data.redo, names) }
}
