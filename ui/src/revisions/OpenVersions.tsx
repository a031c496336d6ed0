import { useState } from 'react'
import type { Source } from '../api/names'
import { useHandlers } from '../commands/registry'
import Versions from './Versions'

/** Opens the versions of the source that is read when they are asked for. */
export default function OpenVersions({ source }: { source: Source }) {
  const [open, setOpen] = useState(false)
  useHandlers({ 'source.versions': () => setOpen(true) })
  return open ? <Versions source={source} onClose={() => setOpen(false)} /> : null
}
