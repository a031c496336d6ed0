import { Link } from '@tanstack/react-router'
import type { Code, Excerpt } from '../api/names'
import { spanParam } from '../app/search-params'
import { Icon, Thread } from '../kit/marks'
import { clock } from '../surface'

/** The head of a code's passages: where it stands, its name, and what it means. */
export function CodeHead({ excerpt, code }: { excerpt: Excerpt; code?: Code }) {
  const above = excerpt.path.slice(0, -1)
  return (
    <header className="ch">
      {above.length ? <p className="cap">{above.join(' / ')}</p> : null}
      <h2>
        <Thread color={excerpt.color} />
        {excerpt.path.at(-1)}
      </h2>
      {code?.definition ? <p className="serif soft">{code.definition}</p> : null}
    </header>
  )
}

interface ExcerptRowProps {
  project: string
  excerpt: Excerpt
  coder: string
}

/** A coded passage with its source line. */
export function ExcerptRow({ project, excerpt, coder }: ExcerptRowProps) {
  const { title, source, speaker, fromMs, strandName, coding, text, memo } = excerpt
  return (
    <article className="ex">
      <p className="tx serif">{text}</p>
      <p className="srcl">
        <Link
          to="/p/$project/sources/$source"
          params={{ project, source }}
          search={{ at: spanParam(excerpt), coding }}
          preload={false}
        >
          {title}
          {fromMs === undefined ? null : `, ${clock(fromMs)}`}
        </Link>
        {speaker ? <span>{speaker}</span> : null}
        <span>{strandName}</span>
        <span className="push">{coder}</span>
      </p>
      {memo ? (
        <p className="mm serif">
          <Icon name="memos" small />
          <span>{memo}</span>
        </p>
      ) : null}
    </article>
  )
}
