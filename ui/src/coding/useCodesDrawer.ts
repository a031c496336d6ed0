import { useState } from 'react'
import { useMedia } from './useMedia'

/** Where the codes would leave too little room for the text. */
const tight = matchMedia('(max-width: 900px)')

/** Whether the codes are shown: a pane that always is, or without room for it a drawer. */
export function useCodesDrawer() {
  const [pulled, pull] = useState(false)
  const drawer = useMedia(tight)
  return { open: pulled || !drawer, drawer, set: pull }
}
