import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Source } from '../api/names'
import { Missing } from '../app/boundaries'
import { Page } from '../app/Page'
import { useCodebook, useProjectId, useSources } from '../app/project'
import { codingsOf } from '../coding/codings'
import { useTurns } from '../coding/drawn'
import { codesShown, filterOf, from } from '../coding/showing'
import { content, passages } from '../data/sources'
import { transcriptAddress } from '../data/transcript'
import { Icon } from '../kit/marks'
import { m } from '../paraglide/messages'
import { placeIn } from '../settings/preferences'
import { type Coding, Transcript } from '../surface'
import { Legend } from './Legend'
import { PrintedHeading } from './PrintedHeading'
import { Turn } from './PrintedTurn'
import { notesOf, printed } from './printed'
import './print.css'

/** A coded transcript for paper: a still page with the codings as notes. */
export function PrintPage() {
  const { source: id } = useParams({ from: '/inside/p/$project/sources/$source/print' })
  const source = useSources().find((one) => one.id === id)
  return source ? <Sheet source={source} /> : <Missing />
}

function Sheet({ source }: { source: Source }) {
  const project = useProjectId()
  const { data } = useSuspenseQuery(content(project, source.id))
  const turns = useTurns(data, source)
  const { codings, all } = useShown(source.id)
  const transcript = useMemo(() => new Transcript(data.text, turns), [data, turns])
  const pages = useMemo(() => printed(transcript, notesOf(codings)), [transcript, codings])
  return (
    <Page
      title={m.print_title({ source: source.title })}
      still
      className="print-page"
      tools={<Tools source={source} />}
    >
      <article className="sheet" data-theme="light">
        <PrintedHeading source={source} turns={turns.length} shown={codings.length} all={all} />
        <ol className="printed" lang={source.language || undefined}>
          {pages.map((page) => (
            <Turn key={page.index} turn={transcript.turn(page.index)} page={page} />
          ))}
        </ol>
        <Legend codings={codings} />
      </article>
    </Page>
  )
}

/** The codings that the address asks for, and how many there are in all. */
function useShown(source: string): { codings: readonly Coding[]; all: number } {
  const project = useProjectId()
  const search = useSearch({ from: '/inside/p/$project/sources/$source/print' })
  const book = useCodebook()
  const { data: list } = useSuspenseQuery(passages(project, source))
  return useMemo(() => {
    const all = codingsOf(list)
    const since = from(search.since, new Date(), placeIn(project).left?.[source])
    const filter = filterOf(search, codesShown(search, book), since)
    return { codings: filter ? all.filter(filter) : all, all: all.length }
  }, [list, search, book, project, source])
}

function Tools({ source }: { source: Source }) {
  const project = useProjectId()
  const search = useSearch({ from: '/inside/p/$project/sources/$source/print' })
  return (
    <>
      <Link
        className="btn quiet"
        to="/p/$project/sources/$source"
        params={{ project, source: source.id }}
        search={search}
      >
        {m.print_back()}
      </Link>
      <a
        className="btn"
        href={transcriptAddress(project, source.id, 'docx', search)}
        download
        title={m.print_wordHint()}
      >
        <Icon name="export" />
        {m.print_word()}
      </a>
      <a
        className="btn"
        href={transcriptAddress(project, source.id, 'html', search)}
        download
        title={m.print_pageHint()}
      >
        <Icon name="export" />
        {m.print_page()}
      </a>
      <button type="button" className="btn primary" onClick={() => window.print()}>
        {m.print_print()}
      </button>
    </>
  )
}
