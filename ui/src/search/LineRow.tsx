import { Link } from '@tanstack/react-router'
import type { Line } from '../api/names'
import { spanParam } from '../app/search-params'
import type { Codebook } from '../codebook/codebook'
import { Thread } from '../kit/marks'
import { listed } from '../kit/words'
import { m } from '../paraglide/messages'
import type { RowProps } from './RowList'

interface LineRowProps extends RowProps {
  project: string
  line: Line
  /** Of its source. */
  title?: string
  book: Codebook
}

/** A place among the words around it. The whole row is the way into the text. */
export function LineRow({ project, line, title, book, current, onFocus, onRest }: LineRowProps) {
  const codes = line.codes.map((id) => book.get(id)).filter((code) => code !== undefined)
  const name = title ?? m.search_goneSource()
  return (
    <article className="hit line" aria-current={current || undefined} onPointerMove={onRest}>
      <Link
        className="way cut"
        to="/p/$project/sources/$source"
        params={{ project, source: line.source }}
        search={{ at: spanParam(line) }}
        preload={false}
        tabIndex={current ? 0 : -1}
        title={name}
        onFocus={onFocus}
      >
        {brief(name)}
      </Link>
      <span className="l">
        <bdi>{line.before}</bdi>
      </span>
      <span className="r">
        <mark>{line.words}</mark>
        {line.after}
      </span>
      <span className="ths" title={listed(codes.map((code) => code.name))}>
        <span className="sr">{listed(codes.map((code) => code.name))}</span>
        {codes.slice(0, THREADS).map(({ id, color }) => (
          <Thread key={id} color={color} />
        ))}
      </span>
    </article>
  )
}

/** How many codes are drawn; all are named. */
const THREADS = 4

/** The number that a title begins with, such as M07, or the title. */
const brief = (title: string): string => /^\p{L}{0,4}\d{1,5}(?=\s)/u.exec(title)?.[0] ?? title
