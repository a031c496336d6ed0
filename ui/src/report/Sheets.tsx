import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { PagesPart, ReportPages } from '../api/names'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { ExcerptActs } from './drawn'
import { paged } from './paging'
import { type Piece, piecesOf } from './pieces'

/** The width of A4, and how much of its height is for the text, in CSS pixels; css/report.css has the same. */
const WIDTH = 525
const ROOM = 619
/** Between two pages side by side, and around them. */
const GAP = 20
/** Where two pages would be too small to read. */
const NARROW = 600

interface SheetsProps {
  pages: ReportPages
  /** The part that is worked on. */
  part?: string
  onPart: (part: string) => void
  /** Pages side by side. */
  across: 1 | 2
  /** What can be done to the excerpts of a part, if anything. */
  actsOf: (part: PagesPart) => ExcerptActs | undefined
  onPage: (page: number, of: number) => void
}

/** The pages of a report as they will be: measured once in a column that nobody sees, then laid out. */
export function Sheets({ pages, part, onPart, across, actsOf, onPage }: SheetsProps) {
  const desk = useRef<HTMLDivElement>(null)
  const column = useRef<HTMLDivElement>(null)
  const pieces = useMemo(() => piecesOf(pages, actsOf), [pages, actsOf])
  const ranges = useRanges(column, pieces)
  const entries = useMemo(() => entriesOf(pieces, ranges), [pieces, ranges])
  const width = useWidth(desk)
  const beside = width < NARROW ? 1 : across
  const zoom = zoomFor(width, beside)
  const drawn = (piece: Piece) =>
    isContents(pages, piece) ? (
      <Contents entries={entries.filter((one) => one.part !== piece.part)} head={piece.node} />
    ) : (
      piece.node
    )
  useShown(desk, part, width ? ranges : [])
  const onScroll = () => {
    const sheets = [...(desk.current?.querySelectorAll('.laid .sheet') ?? [])]
    const top = desk.current?.getBoundingClientRect().top ?? 0
    const at = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > top + 120)
    onPage(at + 1, sheets.length)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: other pages, or larger ones, are others at the same height
  useEffect(onScroll, [ranges, zoom])
  return (
    <section
      className="sheets"
      data-theme="light"
      ref={desk}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      aria-label={m.report_pages()}
    >
      <div className="sheet measured" ref={column} aria-hidden="true" inert lang="en">
        {pieces.map((piece) => (
          <div key={piece.key} className="piece">
            {drawn(piece)}
            {piece.note ? <Note of={piece.note} /> : null}
          </div>
        ))}
      </div>
      <div className="laid" style={{ zoom, gridTemplateColumns: `repeat(${beside}, ${WIDTH}px)` }}>
        {ranges.map(([from, to], at) => (
          <Sheet key={pieces[from]?.key} pieces={pieces.slice(from, to)} number={at + 1} {...{ part, onPart, drawn }} />
        ))}
      </div>
    </section>
  )
}

interface SheetProps {
  pieces: readonly Piece[]
  number: number
  part?: string
  onPart: (part: string) => void
  drawn: (piece: Piece) => ReactNode
}

function Sheet({ pieces, number, part, onPart, drawn }: SheetProps) {
  const [first] = pieces
  const notes = pieces.flatMap(({ note }) => note ?? [])
  return (
    <article className={first?.alone ? 'sheet alone' : 'sheet'} aria-label={m.report_pageNumber({ n: figure(number) })}>
      {first?.alone ? null : (
        <p className="rh" lang="en">
          {first?.running}
        </p>
      )}
      <div className="text" lang="en">
        {pieces.map((piece) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the list of contents does the same by keyboard
          <div
            key={piece.key}
            className="piece"
            data-part={piece.part}
            data-on={piece.part === part || undefined}
            onClick={() => onPart(piece.part)}
          >
            {drawn(piece)}
          </div>
        ))}
      </div>
      {notes.length ? (
        <div className="notes" lang="en">
          {notes.map((note) => (
            <Note key={note.number} of={note} />
          ))}
        </div>
      ) : null}
      {first?.alone ? null : <p className="pg-n">{number}</p>}
    </article>
  )
}

const Note = ({ of: { number, text } }: { of: NonNullable<Piece['note']> }) => (
  <p className="note">
    <sup>{number}</sup> {text}
  </p>
)

interface Entry {
  id: string
  part: string
  text: string
  level: number
  page: number
}

function entriesOf(pieces: readonly Piece[], ranges: readonly (readonly [number, number])[]): Entry[] {
  return pieces.flatMap(({ entry, part }, at) =>
    entry ? [{ ...entry, part, page: ranges.findIndex(([from, to]) => at >= from && at < to) + 1 }] : [],
  )
}

const isContents = (pages: ReportPages, { part, key }: Piece): boolean =>
  key.endsWith('/heading') && pages.parts.some(({ id, kind }) => id === part && kind === 'contents')

const Contents = ({ entries, head }: { entries: readonly Entry[]; head: ReactNode }) => (
  <>
    {head}
    <ol className="toc">
      {entries.map(({ id, text, level, page }) => (
        <li key={id} data-level={level}>
          <span className="cut">{text}</span>
          <span className="dots" />
          <span>{page || ''}</span>
        </li>
      ))}
    </ol>
  </>
)

/** Which pieces stand on which page, once they and their letters are there. */
function useRanges(column: RefObject<HTMLDivElement | null>, pieces: readonly Piece[]) {
  const [ranges, setRanges] = useState<readonly (readonly [number, number])[]>([])
  const [letters, setLetters] = useState(false)
  useEffect(() => {
    void document.fonts.ready.then(() => setLetters(true))
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: letters change how high pieces are
  useLayoutEffect(() => {
    const heights = [...(column.current?.children ?? [])].map((one) => one.getBoundingClientRect().height)
    const measured = pieces.map((piece, i) => ({
      ...piece,
      breaks: piece.breaks || pieces[i - 1]?.alone,
      height: heights[i] ?? 0,
    }))
    setRanges(paged(measured, ROOM))
  }, [pieces, letters, column])
  return ranges.at(-1)?.[1] === pieces.length ? ranges : []
}

/** How wide the place for the pages is; 0 until it is known. */
function useWidth(desk: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    measure() // before the first frame, which would show tiny pages
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [desk])
  return width
}

/** How large pages are, so that as many as are wanted stand side by side. */
const zoomFor = (width: number, across: number): number =>
  Math.min(across === 1 ? 1.25 : 1, Math.max(0.3, (width - GAP * (across + 1.5)) / (WIDTH * across)))

/** Brings the part that is worked on into sight, once its pages are as large as they will be. */
function useShown(desk: RefObject<HTMLDivElement | null>, part: string | undefined, ranges: readonly unknown[]) {
  const shown = useRef<string>(undefined)
  useEffect(() => {
    if (!part || shown.current === part || !ranges.length) return
    shown.current = part
    const first = desk.current?.querySelector(`.laid [data-part="${CSS.escape(part)}"]`)
    const sheet = first?.closest('.sheet')
    const box = sheet?.getBoundingClientRect()
    const around = desk.current?.getBoundingClientRect()
    if (!box || !around || (box.top >= around.top && box.top < around.bottom - 200)) return
    sheet?.scrollIntoView({ block: 'start' })
  }, [part, ranges, desk])
}
