import { Link } from '@tanstack/react-router'
import type { Hit, Source } from '../api/names'
import { spanParam } from '../app/search-params'
import type { Codebook } from '../codebook/codebook'
import { CodeMark } from '../kit/marks'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import { hitKey } from './hitKey'
import { Marked } from './Marked'
import type { RowProps } from './RowList'

/** Which turns are left out when all are coded. */
export interface Leaving {
  left: ReadonlySet<string>
  onLeave: (key: string) => void
}

interface HitRowProps extends RowProps {
  project: string
  hit: Hit
  source?: Source
  strand?: string
  book: Codebook
  /** Whether it can be coded with all others. */
  leaving?: Leaving
}

/** A turn that answers. The whole row is the way into the text. */
export function HitRow({ project, hit, source, strand, book, leaving, current, onFocus, onRest }: HitRowProps) {
  const asks = source?.speakers.some(({ name, moderator }) => moderator && name === hit.speaker)
  const codes = hit.codes.map((id) => book.get(id)).filter((code) => code !== undefined)
  return (
    <article className={asks ? 'hit mod' : 'hit'} aria-current={current || undefined} onPointerMove={onRest}>
      {leaving ? (
        <label className="tick">
          <input
            type="checkbox"
            aria-label={m.search_include()}
            tabIndex={current ? 0 : -1}
            checked={!leaving.left.has(hitKey(hit))}
            onChange={() => leaving.onLeave(hitKey(hit))}
          />
        </label>
      ) : null}
      <p className="srcl">
        <Link
          className="way"
          to="/p/$project/sources/$source"
          params={{ project, source: hit.source }}
          search={{ at: spanParam(hit) }}
          preload={false}
          tabIndex={current ? 0 : -1}
          onFocus={onFocus}
        >
          {source?.title ?? m.search_goneSource()}
        </Link>
        {hit.speaker ? <span>{hit.speaker}</span> : null}
        <span>{m.search_turn({ n: figure(hit.turn + 1) })}</span>
        <span className="push">{strand}</span>
      </p>
      <p className="tx serif">
        <Marked text={hit.text} start={hit.start} marks={hit.marks} shown={hit.shown} />
      </p>
      <div className="row wrap cs">
        {codes.map(({ id, name, color }) => (
          <CodeMark key={id} name={name} color={color} />
        ))}
        {codes.length ? null : <span className="cap">{m.search_notCoded()}</span>}
      </div>
    </article>
  )
}
