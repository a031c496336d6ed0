import { Link } from '@tanstack/react-router'
import type { PagesPart, PagesQuote } from '../api/names'
import { useProjectId } from '../app/project'
import { spanParam } from '../app/search-params'
import { Icon } from '../kit/marks'
import { Grouped } from '../memos/RichText'
import { m } from '../paraglide/messages'

/** Words of one's own. */
export const Blocks = ({ blocks }: { blocks: NonNullable<PagesPart['blocks']> }) => (
  <div className="rich">
    <Grouped blocks={blocks} find={() => undefined} />
  </div>
)

/** What can be done to an excerpt where it stands; its place can be changed where excerpts are picked by hand. */
export interface ExcerptActs {
  leaveOut: (passage: string) => void
  move?: (passage: string, by: number) => void
}

interface ExcerptProps {
  part: PagesPart
  quote: PagesQuote
  /** The number of its footnote. */
  note?: number
  acts?: ExcerptActs
}

export function Excerpt({ part: { line, style }, quote, note, acts }: ExcerptProps) {
  const { text, memo, codes } = quote
  return (
    <div className="said">
      <blockquote className={style} dir="auto">
        {text}
        {note ? <sup>{note}</sup> : null}
        {quote.title && line !== 'footnote' ? <SourceLine quote={quote} aside={line === 'comment'} /> : null}
        {codes?.length ? <cite>{codes.join('; ')}</cite> : null}
      </blockquote>
      {memo ? <p className="memo">{memo}</p> : null}
      {acts ? <Tools acts={acts} quote={quote} /> : null}
    </div>
  )
}

/** Whence it comes; where it goes out as a comment, with the mark of one. */
function SourceLine({
  quote: { who = [], title, where, source, start, end, coder },
  aside,
}: {
  quote: PagesQuote
  aside: boolean
}) {
  const project = useProjectId()
  return (
    <cite className={aside ? 'aside' : undefined}>
      {aside ? <Icon name="memos" small /> : null}
      {who.join(' · ')}{' '}
      <Link to="/p/$project/sources/$source" params={{ project, source }} search={{ at: spanParam({ start, end }) }}>
        {title}, {where}
      </Link>
      {coder ? ` · ${coder}` : null}
    </cite>
  )
}

function Tools({ acts: { leaveOut, move }, quote: { passage } }: { acts: ExcerptActs; quote: PagesQuote }) {
  return (
    <span className="tools row tight">
      {move ? (
        <>
          <Tool icon="up" name={m.report_earlier()} onClick={() => move(passage, -1)} />
          <Tool icon="down" name={m.report_later()} onClick={() => move(passage, 1)} />
        </>
      ) : null}
      <Tool icon="x" name={m.report_leaveOut()} onClick={() => leaveOut(passage)} />
    </span>
  )
}

const Tool = ({ icon, name, onClick }: { icon: string; name: string; onClick: () => void }) => (
  <button type="button" className="btn icon sm" aria-label={name} title={name} onClick={onClick}>
    <Icon name={icon} small />
  </button>
)

type Table = NonNullable<PagesPart['table']>

/** Some rows of a table; its head stands over each piece of it. */
export function TableRows({ table: { heads, rows, headRows }, from, to }: { table: Table; from: number; to: number }) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be called the same, and stay in their places
            <th key={i} scope="col" dir="auto">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(from, to).map(({ name, depth = 0, cells }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: so may rows
          <tr key={i} className={from + i < headRows ? 'n' : undefined}>
            <th scope="row" style={{ paddingLeft: `${depth * 0.875}em` }} dir="auto">
              {name}
            </th>
            {cells.map(({ says, quotes = [], more }, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: so do cells
              <td key={j}>
                {says}
                {quotes.map(({ text, who }) => (
                  <span key={text + who} className="quoted" dir="auto">
                    “{text}” <i>{who}</i>
                  </span>
                ))}
                {more ? <span className="quoted">{more}</span> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A picture as the files have it. It is drawn by the server, and shown as a picture: nothing in it runs. */
export const Picture = ({ picture: { svg, alt } }: { picture: NonNullable<PagesPart['picture']> }) => (
  <img alt={alt} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
)

export function Codes({
  code: { name, depth, meanings = [], says },
}: {
  code: NonNullable<PagesPart['codes']>[number]
}) {
  return (
    <div className="code-of" style={{ paddingLeft: `${depth * 1.25}em` }}>
      <b dir="auto">{name}</b> {says ? <span className="fact">{says}</span> : null}
      {meanings.map(({ label, text }) => (
        <p key={label ?? ''} className="definition" dir="auto">
          {label ? <b>{label}: </b> : null}
          {text}
        </p>
      ))}
    </div>
  )
}
