import { Link } from '@tanstack/react-router'
import type { Excerpt } from '../api/names'
import { useProjectId } from '../app/project'
import { spanParam } from '../app/search-params'
import { clock } from '../kit/time'
import './source-line.css'

/** Where words stand: a link to the place, and who says them. */
export function SourceLine({ excerpt }: { excerpt: Excerpt }) {
  const project = useProjectId()
  const { source, title, fromMs, speaker, coding } = excerpt
  return (
    <span className="whence">
      <Link
        to="/p/$project/sources/$source"
        params={{ project, source }}
        search={{ at: spanParam(excerpt), coding: coding || undefined }}
        preload={false}
      >
        {title}
        {fromMs === undefined ? null : `, ${clock(fromMs)}`}
      </Link>
      {speaker ? <span>{speaker}</span> : null}
    </span>
  )
}
