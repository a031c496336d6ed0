import { useState } from 'react'
import { useHandlers } from '../commands/registry'
import { prefer, usePreferences } from '../settings/preferences'
import { useMedia } from './useMedia'

/** Where there is no room for three panes beside each other. */
const narrow = matchMedia('(max-width: 1180px)')

/** Whether the inspector is open: a pane that is remembered, or without room for it a drawer that is not. */
export function useInspector() {
  const { inspector } = usePreferences()
  const [pulled, pull] = useState(false)
  const drawer = useMedia(narrow)
  const open = drawer ? pulled : inspector
  const set = (next: boolean) => {
    if (drawer) pull(next)
    else if (next !== inspector) prefer({ inspector: next })
  }
  useHandlers({ 'inspector.toggle': () => set(!open) })
  return { open, drawer, set }
}
