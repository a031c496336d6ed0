import { useEffect, useState } from 'react'
import { useHandlers } from '../commands/registry'
import { prefer, usePreferences } from '../settings/preferences'

/** Where there is no room for three panes beside each other. */
const narrow = matchMedia('(max-width: 1180px)')

function useNarrow(): boolean {
  const [is, set] = useState(narrow.matches)
  useEffect(() => {
    const changed = () => set(narrow.matches)
    narrow.addEventListener('change', changed)
    return () => narrow.removeEventListener('change', changed)
  }, [])
  return is
}

/** Whether the inspector is open: a pane that is remembered, or without room for it a drawer that is not. */
export function useInspector() {
  const { inspector } = usePreferences()
  const [pulled, pull] = useState(false)
  const drawer = useNarrow()
  const open = drawer ? pulled : inspector
  const set = (next: boolean) => {
    if (drawer) pull(next)
    else if (next !== inspector) prefer({ inspector: next })
  }
  useHandlers({ 'inspector.toggle': () => set(!open) })
  return { open, drawer, set }
}
