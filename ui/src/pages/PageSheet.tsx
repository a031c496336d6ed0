import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Page, PageWord } from '../api/names'
import { useDesk } from '../coding/desk'
import { pageImage, pageWords } from '../data/pages'
import { dyed } from '../kit/marks'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Coding, Span } from '../surface'
import { type Box, bandsOf } from './places'

/** Pixels of a page's picture at a width of 100 percent, enough for a sharp screen. */
const SHARP = 1400
/** The most lines under words that stand below each other. */
const DEEP = 4

interface PageSheetProps {
  page: Page
  /** Percent of the width of the pane. */
  zoom: number
  /** The coding that is pointed at. */
  pointed: string | null
}

/** One page: its picture, over it what is coded and selected. Both are fetched when it comes near. */
export function PageSheet({ page, zoom, pointed }: PageSheetProps) {
  const { project, source } = useDesk()
  const sheet = useRef<HTMLElement>(null)
  const near = useNear(sheet)
  const { data: words = none } = useQuery({
    ...pageWords(project, source.id, source.revision, page.number),
    enabled: near,
  })
  const size = { width: `${zoom}%`, aspectRatio: `${page.width} / ${page.height}` }
  return (
    <figure className="sheet" ref={sheet} data-page={page.number} data-width={page.width} style={size}>
      {near ? (
        <img
          src={pageImage(project, source.id, page.number, zoom > 100 ? 2400 : SHARP)}
          alt={m.pages_page({ page: figure(page.number) })}
          draggable={false}
        />
      ) : null}
      {near ? <Marks page={page} words={words} pointed={pointed} /> : null}
    </figure>
  )
}

const none: readonly PageWord[] = []

function Marks({ page, words, pointed }: { page: Page; words: readonly PageWord[]; pointed: string | null }) {
  const { shown, selected, lit, litCode, book } = useDesk()
  const here = useMemo(() => codedOn(words, shown), [words, shown])
  return (
    <svg viewBox={`0 0 ${page.width} ${page.height}`} aria-hidden="true">
      {here.map(({ coding, lane, bands }) => {
        const on = coding.id === lit?.id || coding.id === pointed || coding.code === litCode
        return (
          <g
            key={coding.id}
            className={on ? 'coded on' : 'coded'}
            data-coding={coding.id}
            {...dyed(book.get(coding.code)?.color ?? 'oakgall')}
          >
            {bands.map((band) => (
              <Band key={`${band.left} ${band.top}`} band={band} lane={lane} />
            ))}
          </g>
        )
      })}
      {selected ? <Chosen words={words} span={selected} /> : null}
    </svg>
  )
}

function Band({ band: { left, top, right, bottom }, lane }: { band: Box; lane: number }) {
  return (
    <>
      <rect x={left} y={top} width={right - left} height={bottom - top} />
      <rect className="line" x={left} y={bottom + 0.5 + lane * 1.75} width={right - left} height={1.25} />
    </>
  )
}

function Chosen({ words, span }: { words: readonly PageWord[]; span: Span }) {
  return (
    <g className="chosen">
      {bandsOf(words, span).map(({ left, top, right, bottom }) => (
        <rect key={`${left} ${top}`} x={left} y={top} width={right - left} height={bottom - top} />
      ))}
    </g>
  )
}

interface Coded {
  coding: Coding
  /** Which of the lines below each other is its own, from 0. */
  lane: number
  bands: Box[]
}

/** The codings on a page, the longest first, each on the first line that is free. */
function codedOn(words: readonly PageWord[], codings: readonly Coding[]): Coded[] {
  const ends: number[] = []
  const found: Coded[] = []
  for (const coding of codings) {
    const bands = bandsOf(words, coding)
    if (!bands.length) continue
    const free = ends.findIndex((end) => end <= coding.start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = coding.end
    found.push({ coding, bands, lane: Math.min(lane, DEEP - 1) })
  }
  return found
}

/** Whether an element is, or was, within some screens of what is in view. */
function useNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (near || !element.current) return
    const root = element.current.closest('.pages-list')
    const watcher = new IntersectionObserver((entries) => setNear(entries.some((each) => each.isIntersecting)), {
      root,
      rootMargin: '100% 0px',
    })
    watcher.observe(element.current)
    return () => watcher.disconnect()
  }, [element, near])
  return near
}
