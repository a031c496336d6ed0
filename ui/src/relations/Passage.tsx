import { Link } from '@tanstack/react-router'
import { useCodebook, useProjectId } from '../app/project'
import { spanParam } from '../app/search-params'
import { CodeMark } from '../kit/marks'
import { m } from '../paraglide/messages'

interface PassageProps {
  source: string
  title: string
  speaker?: string
  span: { start: number; end: number }
  text: string
  /** The ids of the codes that it carries. */
  codes: readonly string[]
}

/** What somebody said, where it stands, and with what it is coded. */
export function Passage({ source, title, speaker, span, text, codes }: PassageProps) {
  const project = useProjectId()
  const book = useCodebook()
  const known = codes.flatMap((id) => book.get(id) ?? [])
  return (
    <li>
      <p className="srcl">
        <Link to="/p/$project/sources/$source" params={{ project, source }} search={{ at: spanParam(span) }}>
          {title}
        </Link>
        {speaker ? <span>{speaker}</span> : null}
      </p>
      <p className="serif tx">{text}</p>
      {known.length ? (
        <p className="row wrap cs">
          <span className="sr">{m.relations_codedWith()}</span>
          {known.map(({ id, name, color }) => (
            <CodeMark key={id} name={name} color={color} />
          ))}
        </p>
      ) : null}
    </li>
  )
}
