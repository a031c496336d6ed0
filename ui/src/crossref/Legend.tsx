import { Fragment } from 'react'
import type { CrossTable } from '../data/crossref'
import { figure } from '../kit/words'
import { m } from '../paraglide/messages'
import type { Count, Show } from './asked'
import { boundsOf } from './cells'
import { shareNames } from './kinds'

interface LegendProps {
  of: CrossTable
  count: Count
  show: Show
}

/** What the heats of the cells stand for. */
export function Legend({ of, count, show }: LegendProps) {
  if (show === 'presence') return null
  return (
    <p className="key cap">
      {of.together ? togetherNames[of.together as keyof typeof togetherNames]() : shareNames[count]()}
      {(of.together ? ranges(of) : shares()).map(({ heat, name }) => (
        <Fragment key={heat}>
          <i className={`h${heat}`} aria-hidden="true" /> {name}
        </Fragment>
      ))}
      {of.unasked?.length ? (
        <>
          <i className="na" aria-hidden="true" /> {m.crossref_notAskedThere()}
        </>
      ) : null}
    </p>
  )
}

const togetherNames = {
  overlap: m.crossref_whereOverlap,
  turn: m.crossref_whereTurn,
  near: m.crossref_whereNear,
  source: m.crossref_whereSource,
}

const shares = () => [
  { heat: 1, name: m.crossref_under25() },
  { heat: 2, name: m.crossref_to44() },
  { heat: 3, name: m.crossref_to64() },
  { heat: 4, name: m.crossref_to84() },
  { heat: 5, name: m.crossref_over85() },
]

/** The numbers of each heat; one that no number has is left out. */
function ranges({ cells, rows, columns }: CrossTable): { heat: number; name: string }[] {
  const most = Math.max(0, ...cells.flatMap((row, i) => row.filter((_, j) => rows[i]?.id !== columns[j]?.id)))
  const ends = [0, ...boundsOf(most), most]
  return ends.slice(1).flatMap((to, i) => {
    const from = (ends[i] ?? 0) + 1
    if (to < from) return []
    return [{ heat: i + 1, name: from === to ? figure(to) : m.crossref_range({ from: figure(from), to: figure(to) }) }]
  })
}
