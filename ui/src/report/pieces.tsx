import type { ReactNode } from 'react'
import type { PagesPart, ReportPages } from '../api/names'
import { Blocks, Codes, Excerpt, type ExcerptActs, Picture, TableRows } from './drawn'

/** What stands on a page and isn't parted. */
export interface Piece {
  key: string
  /** The part it is of. */
  part: string
  breaks?: boolean
  keeps?: boolean
  /** What the list of contents names it by, and how deep. */
  entry?: { id: string; text: string; level: number }
  /** What stands at the head of its page. */
  running?: string
  /** Stands at the foot of its page. */
  note?: { number: number; text: string }
  /** Stands in the middle of a page of its own. */
  alone?: boolean
  node: ReactNode
}

/** Rows of a table that stay together. */
const ROWS = 12
/** How deep headings are that the list of contents names. */
const DEEP = 3

/** All that a report holds, piece by piece; excerpts can be worked on where there are acts. */
export function piecesOf(pages: ReportPages, actsOf: (part: PagesPart) => ExcerptActs | undefined): Piece[] {
  const counted = { notes: 0 }
  const pieces: Piece[] = []
  let running = ''
  for (const part of pages.parts) {
    const listed = part.kind !== 'title' && !isCaptioned(part) && part.heading
    if (listed && part.level === 1) running = part.heading ?? ''
    for (const piece of piecesOfPart(part, counted, actsOf(part))) pieces.push({ ...piece, running })
  }
  return pieces
}

const isCaptioned = ({ kind }: PagesPart): boolean => kind === 'table' || kind === 'picture'

/** A heading with its number. */
const titled = ({ number, heading = '' }: PagesPart): string => (number ? `${number}\u2002${heading}` : heading)

function* piecesOfPart(part: PagesPart, counted: { notes: number }, acts?: ExcerptActs): Generator<Piece> {
  const { id, kind, level, heading, groups = [], table, picture } = part
  const piece = (key: string, node: ReactNode, more: Partial<Piece> = {}): Piece => ({
    key: `${id}/${key}`,
    part: id,
    node,
    ...more,
  })
  if (kind === 'title') return yield piece('title', <TitlePage part={part} />, { breaks: true, alone: true })
  const breaks = level === 1 && !isCaptioned(part)
  if (heading && !isCaptioned(part))
    yield piece('heading', <Heading level={level} text={titled(part)} />, {
      breaks,
      keeps: kind !== 'contents',
      entry: kind === 'contents' ? undefined : { id, text: titled(part), level },
    })
  if (part.blocks?.length) yield piece('blocks', <Blocks blocks={part.blocks} />)
  if (part.says) yield piece('says', <p className="fact">{part.says}</p>, { keeps: true })
  if (part.problem) yield piece('problem', <p className="problem">{part.problem}</p>)
  const deeper = heading ? level + 1 : level
  for (const [at, group] of groups.entries()) {
    if (group.name)
      yield piece(`group/${at}`, <GroupHead level={deeper} group={group} />, {
        keeps: true,
        entry: deeper > DEEP ? undefined : { id: `${id}-${at}`, text: group.name, level: deeper },
      })
    for (const quote of group.quotes) {
      const told = part.line === 'footnote' && quote.title
      const note = told ? { number: ++counted.notes, text: lineOf(quote) } : undefined
      const node = <Excerpt part={part} quote={quote} note={note?.number} acts={acts} />
      yield piece(`excerpt/${at}/${quote.passage}`, node, { note })
    }
  }
  if (isCaptioned(part)) yield piece('caption', <Caption part={part} />, { keeps: true })
  for (let from = 0; table && from < table.rows.length; from += ROWS)
    yield piece(`rows/${from}`, <TableRows table={table} from={from} to={from + ROWS} />)
  if (picture) yield piece('picture', <Picture picture={picture} />)
  for (const code of part.codes ?? []) yield piece(`code/${code.id}`, <Codes code={code} />)
  if (part.notes?.length) yield piece('notes', <p className="method">{part.notes.join(' ')}</p>)
}

/** Whence an excerpt comes, in one line. */
export const lineOf = ({ who = [], title, where, coder }: NonNullable<PagesPart['groups']>[number]['quotes'][number]) =>
  [...who, `${title}, ${where}`, ...(coder ? [coder] : [])].join(' · ')

function Heading({ level, text }: { level: number; text: string }) {
  const Tag = level === 1 ? 'h2' : level === 2 ? 'h3' : 'h4'
  return <Tag dir="auto">{text}</Tag>
}

function GroupHead({ level, group }: { level: number; group: NonNullable<PagesPart['groups']>[number] }) {
  return (
    <>
      <Heading level={level} text={group.name ?? ''} />
      {group.above ? <p className="fact">{group.above}</p> : null}
      {group.meanings?.map(({ label, text }) => (
        <p key={label ?? ''} className="definition" dir="auto">
          {label ? <b>{label}: </b> : null}
          {text}
        </p>
      ))}
      {group.says ? <p className="fact">{group.says}</p> : null}
    </>
  )
}

const Caption = ({ part: { number, heading } }: { part: PagesPart }) => (
  <p className="caption" dir="auto">
    {number}.{'\u2002'}
    {heading}
  </p>
)

const TitlePage = ({ part: { heading, blocks = [], facts = [] } }: { part: PagesPart }) => (
  <div className="first">
    <h1 dir="auto">{heading}</h1>
    <Blocks blocks={blocks} />
    {facts.map((fact) => (
      <p key={fact} className="fact">
        {fact}
      </p>
    ))}
  </div>
)
