import { Link } from '@tanstack/react-router'
import type { Excerpt } from '../api/names'
import { useProjectId } from '../app/project'
import { spanParam } from '../app/search-params'
import { dayOf } from '../kit/time'
import { shorten } from '../kit/words'
import { m } from '../paraglide/messages'

interface CodingRowProps {
  excerpt: Excerpt
  coder: string
  lit: boolean
  ticked: boolean
  /** Mine to keep, recode or remove. */
  mine: boolean
  onTick: () => void
  onLight: () => void
}

/** A coding that waits for a second look, with its source line. */
export function CodingRow({ excerpt, coder, lit, ticked, mine, onTick, onLight }: CodingRowProps) {
  const project = useProjectId()
  const { text, title, source, speaker, at, coding } = excerpt
  return (
    <tr className="rw" tabIndex={lit ? 0 : -1} aria-selected={ticked} onFocus={onLight}>
      <td className="tick">
        <input
          type="checkbox"
          checked={ticked}
          disabled={!mine}
          tabIndex={-1}
          aria-label={m.secondlook_tick({ words: shorten(text, 60) })}
          onChange={onTick}
        />
      </td>
      <td>
        <p className="serif">{text}</p>
        <p className="cap">
          <Link
            to="/p/$project/sources/$source"
            params={{ project, source }}
            search={{ at: spanParam(excerpt), coding }}
            preload={false}
            tabIndex={lit ? 0 : -1}
          >
            {title}
          </Link>
          {speaker ? <span>{speaker}</span> : null}
          <span>{m.secondlook_codedBy({ coder, day: dayOf(at) })}</span>
        </p>
      </td>
    </tr>
  )
}
