import { useRef, useState } from 'react'
import type { Source } from '../api/names'
import { useProjectId } from '../app/project'
import { useChangeSource } from '../data/sources'
import { toastError } from '../kit/toasts'
import { m } from '../paraglide/messages'

/** Writes a source's title in its place. Enter keeps it, Esc takes it back. */
export function Rename({ source, onEnd }: { source: Source; onEnd: (how: 'key' | 'left') => void }) {
  const change = useChangeSource(useProjectId())
  const [title, setTitle] = useState(source.title)
  const isOver = useRef(false)
  const end = (keep: boolean, how: 'key' | 'left' = 'key') => {
    if (isOver.current) return
    isOver.current = true
    const next = title.trim()
    if (keep && next && next !== source.title) change.mutate({ seen: source, title: next }, { onError: toastError })
    onEnd(how)
  }
  return (
    <input
      className="input srcs-rename"
      aria-label={m.sources_titleOf({ title: source.title })}
      // biome-ignore lint/a11y/noAutofocus: it appears because one asked for it
      autoFocus
      value={title}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => end(true, 'left')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(true)
        if (event.key === 'Escape') end(false)
      }}
    />
  )
}
